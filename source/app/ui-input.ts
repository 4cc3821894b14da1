import {Readable} from 'node:stream';
import {type InputToken, type MouseReport, pasteEnd, pasteStart} from './split-input.ts';

/** What a person typed or pasted. */
export type KeyOrPaste = Extract<InputToken, {readonly kind: 'key' | 'paste'}>;

/**
 * What Ink reads instead of `process.stdin`. Each read gives one key, so that a command that lends
 * the keyboard can take back what was typed behind its own key. Raw mode is the router's business.
 */
export class UiInput extends Readable {
	readonly isTTY = true;
	readonly #onMouse: (reports: readonly MouseReport[]) => void;

	constructor(onMouse: (reports: readonly MouseReport[]) => void) {
		super({objectMode: true, read: () => undefined});
		this.#onMouse = onMouse;
	}

	deliver(token: KeyOrPaste | MouseReport): void {
		this.push(token);
	}

	/** The next key. What the mouse did before it is told first, all at once: a wheel sends hundreds. */
	override read(size?: number): string | null {
		const reports: MouseReport[] = [];
		let token: KeyOrPaste | MouseReport | null = super.read(size);
		for (; token?.kind === 'mouse'; token = super.read(size)) reports.push(token);
		if (reports.length > 0) {
			// A click may lend the keyboard, and then the key behind it is not for the UI any more.
			if (token !== null) this.unshift(token);
			this.#onMouse(reports);
			return this.read(size);
		}
		if (token === null) return null;
		const text = Buffer.from(token.text, 'latin1').toString();
		return token.kind === 'paste' ? pasteStart + text + pasteEnd : text;
	}

	/** Everything that nobody has read, as raw bytes. */
	takeUnread(): string[] {
		const unread: string[] = [];
		for (let token = super.read(); token !== null; token = super.read())
			if (token.kind !== 'mouse') unread.push(token.text);
		return unread;
	}

	/** Ink asks for UTF-8, which it gets anyway. */
	override setEncoding(): this {
		return this;
	}

	setRawMode(): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}
}
