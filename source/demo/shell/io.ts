/** What a program reads next. */
export type Input =
	| {readonly kind: 'line'; readonly text: string}
	/** Ctrl-D, or the input was closed. */
	| {readonly kind: 'end'}
	/** Ctrl-C. */
	| {readonly kind: 'interrupt'};

/** Standard input, output and error of a program. */
export interface Io {
	readonly isTty: boolean;
	out(text: string): void;
	err(text: string): void;
	/** Shows the prompt where there is somebody to see it. */
	readLine(prompt?: string): Promise<Input>;
}

/** The middle of a pipe: reads what the program before wrote, keeps what this one writes. */
export class PipeIo implements Io {
	readonly isTty = false;
	readonly #lines: string[];
	readonly #errors: Pick<Io, 'err'>;
	#text = '';

	constructor(input: string, errors: Pick<Io, 'err'>) {
		this.#lines = input === '' ? [] : input.replace(/\n$/, '').split('\n');
		this.#errors = errors;
	}

	get text(): string {
		return this.#text;
	}

	out(text: string): void {
		this.#text += text;
	}

	err(text: string): void {
		this.#errors.err(text);
	}

	readLine(): Promise<Input> {
		const text = this.#lines.shift();
		return Promise.resolve(text === undefined ? {kind: 'end'} : {kind: 'line', text});
	}
}

/** Input of one, output of another: the last program of a pipe. */
export const joined = (input: Pick<Io, 'readLine'>, output: Io): Io => ({
	isTty: false,
	out: text => output.out(text),
	err: text => output.err(text),
	readLine: prompt => input.readLine(prompt),
});
