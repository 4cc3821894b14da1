import {StringDecoder} from 'node:string_decoder';
import {InputQueue} from './input-queue.ts';
import type {Input, Io} from './io.ts';

const controlC = '\u0003';
const controlD = '\u0004';
const controlL = '\u000c';
const controlU = '\u0015';
const controlW = '\u0017';
const up = '\u001b[A';
const down = '\u001b[B';
const backspaces: readonly string[] = ['\u007f', '\b'];

/** A key sequence of the terminal, a line break of any kind, or one character. */
const keys = /\u001b\[[0-9;?]*[ -/]*[@-~]|\u001bO.|\r\n|[\s\S]/gu;

/**
 * The terminal of a program: echoes what is typed, lets it be edited, hands out whole lines, and
 * turns newlines of the output into CR LF. One object for what a kernel's line discipline and a
 * shell's line editor do.
 */
export class TerminalIo implements Io {
	readonly isTty = true;
	/** Ctrl-C was typed. */
	onInterrupt: (() => void) | undefined;
	readonly #write: (text: string) => void;
	readonly #queue = new InputQueue();
	readonly #decoder = new StringDecoder('utf8');
	readonly #history: string[] = [];
	#historyIndex = 0;
	#prompt = '';
	#line = '';

	constructor(write: (text: string) => void) {
		this.#write = write;
	}

	out(text: string): void {
		this.#write(text.replaceAll('\n', '\r\n'));
	}

	err(text: string): void {
		this.out(text);
	}

	readLine(prompt = ''): Promise<Input> {
		this.#prompt = prompt;
		this.#write(prompt);
		return this.#queue.read();
	}

	feed(bytes: Buffer): void {
		for (const [key] of this.#decoder.write(bytes).matchAll(keys)) this.#press(key);
	}

	close(): void {
		this.#queue.close();
	}

	#press(key: string): void {
		if (key === '\r' || key === '\n' || key === '\r\n') this.#enter();
		else if (key === controlC) this.#interrupt();
		else if (key === controlD) this.#end();
		else if (key === controlL) this.#write(`\u001b[H\u001b[2J${this.#prompt}${this.#line}`);
		else if (key === controlU) this.#replace('');
		else if (key === controlW) this.#replace(this.#line.replace(/\S*\s*$/u, ''));
		else if (key === up) this.#recall(-1);
		else if (key === down) this.#recall(1);
		else if (backspaces.includes(key)) this.#replace([...this.#line].slice(0, -1).join(''));
		else if (key >= ' ' && !key.startsWith('\u001b')) {
			this.#line += key;
			this.#write(key);
		}
	}

	#enter(): void {
		const text = this.#line;
		this.#line = '';
		this.#write('\r\n');
		if (text.trim() !== '' && text !== this.#history.at(-1)) this.#history.push(text);
		this.#historyIndex = this.#history.length;
		this.#queue.push({kind: 'line', text});
	}

	#interrupt(): void {
		this.#line = '';
		this.#historyIndex = this.#history.length;
		this.#write('^C\r\n');
		this.#queue.push({kind: 'interrupt'});
		this.onInterrupt?.();
	}

	/** Ends the input only at the start of a line, as a terminal does. */
	#end(): void {
		if (this.#line === '') this.#queue.push({kind: 'end'});
	}

	/** Only while a shell reads: a program that runs has no history. */
	#recall(step: number): void {
		if (!this.#queue.hasReader) return;
		const index = Math.min(this.#history.length, Math.max(0, this.#historyIndex + step));
		this.#historyIndex = index;
		this.#replace(this.#history[index] ?? '');
	}

	#replace(line: string): void {
		const shared = commonStart(this.#line, line);
		this.#write('\b \b'.repeat([...this.#line.slice(shared)].length) + line.slice(shared));
		this.#line = line;
	}
}

const commonStart = (a: string, b: string): number => {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
};
