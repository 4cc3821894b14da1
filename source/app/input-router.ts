import process from 'node:process';
import {Readable} from 'node:stream';
import {
	type InputToken,
	type MouseReport,
	pasteEnd,
	pasteStart,
	splitInput,
} from './split-input.ts';

/** What of the input is no key. */
export type TerminalEvent =
	/** What the mouse did between two keys, the oldest first. */
	| {readonly kind: 'mouse'; readonly reports: readonly MouseReport[]}
	| {readonly kind: 'focus'; readonly focused: boolean}
	| {readonly kind: 'answer'; readonly text: string}
	/** The terminal is gone: nothing will ever be typed again. */
	| {readonly kind: 'closed'};

/** What is needed of `process.stdin`. */
export interface InputSource extends NodeJS.ReadableStream {
	readonly isTTY?: boolean;
	setRawMode?(isRaw: boolean): unknown;
	ref?(): unknown;
	unref?(): unknown;
}

/** The keyboard in other hands: a shell, until it is given back. */
export interface InputLoan {
	/** Raw bytes go to the sink from now on, those first that came since the loan began. */
	open(sink: (bytes: Uint8Array) => void): void;
	/**
	 * The keys are the UI's again. What was typed into a loan that never opened is dropped: it was
	 * meant for a shell, and taken for commands it would do harm.
	 */
	release(): void;
}

/** An Escape may be a key by itself; anything longer is a sequence of which the end is late. */
const escapeMillis = 20;
const sequenceMillis = 250;
const pasteMillis = 1000;
const longestSequence = 4096;
const longestPaste = 1 << 20;
/** How long after a mouse report was given up its end may still come, over a line that lost a packet. */
const lateMillis = 2000;
/** The longest part of an end mark that may stand at a cut. */
const partOfEnd = pasteEnd.length - 1;

/**
 * Owns the keyboard from the first byte to the last: gives keys to the UI one by one, turns mouse
 * and focus reports into events, and lends the raw bytes to a shell without losing or leaking a key.
 */
export class InputRouter {
	/** For Ink's `stdin`. */
	readonly ui = new UiInput(reports => this.#emit({kind: 'mouse', reports}));
	readonly #source: InputSource;
	readonly #listeners = new Set<(event: TerminalEvent) => void>();
	#rest = '';
	#restTimer: NodeJS.Timeout | undefined;
	/** By the clock that nobody sets; 0 where no end is missing. */
	#lateUntilMillis = 0;
	#loan: Loan | undefined;
	#isClosed = false;

	constructor(source: InputSource = process.stdin) {
		this.#source = source;
		for (const end of ['end', 'error', 'close']) source.on(end, this.#close);
	}

	/** Raw mode on, and listens; keeps the process alive. Also after `stop`. */
	start(): void {
		this.#source.setRawMode?.(true);
		this.#source.on('data', this.#receive);
		this.#source.ref?.();
		this.#source.resume();
	}

	/** Raw mode off and hands off, so that another program can have the terminal. */
	stop(): void {
		// Paused first: a stream that flows without a listener throws away what it reads.
		this.#source.pause();
		this.#source.off('data', this.#receive);
		this.#takeRest();
		if (!this.#isClosed) this.#source.setRawMode?.(false);
		this.#source.unref?.();
	}

	/** Calls back for mouse, focus and the end of the terminal; returns the way to stop that. */
	subscribe(listener: (event: TerminalEvent) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/**
	 * Takes the keyboard from the UI at once, keys that came with the one being handled included, and
	 * keeps what is typed until the loan opens. `onInterrupt` hears of a Ctrl-C typed before that.
	 */
	hold(onInterrupt?: () => void): InputLoan {
		if (this.#loan) throw new Error('The keyboard is lent already.');
		const loan: Loan = {held: this.ui.takeUnread(), onInterrupt};
		this.#loan = loan;
		return {
			open: sink => {
				if (this.#loan !== loan) return;
				const bytes = Buffer.from(loan.held.join('') + this.#takeRest(), 'latin1');
				loan.sink = sink;
				if (bytes.length > 0) sink(bytes);
			},
			release: () => {
				if (this.#loan !== loan) return;
				this.#loan = undefined;
				this.#takeRest();
			},
		};
	}

	readonly #receive = (chunk: Buffer | string): void => {
		const bytes = Buffer.from(chunk);
		if (this.#loan?.sink) {
			this.#loan.sink(bytes);
			return;
		}
		const text = this.#takeRest() + this.#withoutLateEnd(bytes.toString('latin1'));
		const {tokens, rest} = splitInput(text);
		for (const token of tokens) this.#deliver(token);
		// A key just delivered may have lent the keyboard; the rest is then part of the loan.
		this.#keepRest(rest);
	};

	/** The mouse stands in one queue with the keys: what a key means may depend on the click before it. */
	#deliver(token: InputToken): void {
		if (this.#loan) {
			if (token.kind === 'key' || token.kind === 'paste') holdToken(this.#loan, token);
		} else if (token.kind === 'focus' || token.kind === 'answer') this.#emit(token);
		else this.ui.deliver(token);
	}

	/** Read as keys it would do things: its last letter is one. */
	#withoutLateEnd(bytes: string): string {
		const isLate = performance.now() < this.#lateUntilMillis;
		this.#lateUntilMillis = 0;
		return isLate ? bytes.replace(/^[\d;]*[Mm]/, '') : bytes;
	}

	#emit(event: TerminalEvent): void {
		for (const listener of this.#listeners) listener(event);
	}

	#takeRest(): string {
		clearTimeout(this.#restTimer);
		const rest = this.#rest;
		this.#rest = '';
		return rest;
	}

	#keepRest(rest: string): void {
		if (rest === '') return;
		const isPaste = rest.startsWith(pasteStart);
		const longest = isPaste ? longestPaste : longestSequence;
		this.#rest = rest.length > longest ? rest.slice(0, longest) + rest.slice(-partOfEnd) : rest;
		const millis = isPaste ? pasteMillis : rest === '\u001B' ? escapeMillis : sequenceMillis;
		this.#restTimer = setTimeout(this.#giveUpRest, millis);
		this.#restTimer.unref();
	}

	/** The end did not come: Escape or Alt was the key, a paste is what there is, all else is broken. */
	readonly #giveUpRest = (): void => {
		const rest = this.#takeRest();
		if (/^\u001B[^[]?$/.test(rest)) this.#deliver({kind: 'key', text: rest});
		else if (rest.startsWith(pasteStart))
			this.#deliver({kind: 'paste', text: rest.slice(pasteStart.length)});
		else if (rest.startsWith('\u001B[<')) this.#lateUntilMillis = performance.now() + lateMillis;
	};

	readonly #close = (): void => {
		if (this.#isClosed) return;
		this.#isClosed = true;
		this.#emit({kind: 'closed'});
	};
}

interface Loan {
	readonly held: string[];
	readonly onInterrupt: (() => void) | undefined;
	sink?: (bytes: Uint8Array) => void;
}

const holdToken = (loan: Loan, token: KeyOrPaste): void => {
	loan.held.push(token.text);
	if (token.text === '\u0003') loan.onInterrupt?.();
};

type KeyOrPaste = Extract<InputToken, {readonly kind: 'key' | 'paste'}>;

/**
 * What Ink reads instead of `process.stdin`. Each read gives one key, so that a command that lends
 * the keyboard can take back what was typed behind its own key. Raw mode is the router's business.
 */
class UiInput extends Readable {
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
		if (reports.length > 0) this.#onMouse(reports);
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
