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

/** Where a program reads from. */
export type Source = Pick<Io, 'readLine'>;

/** Where it writes to. */
export type Target = Pick<Io, 'out' | 'err'>;

/** The left side of a pipe: keeps the output, passes the errors on. */
export class Pipe implements Target {
	readonly #errors: Target;
	#text = '';

	constructor(errors: Target) {
		this.#errors = errors;
	}

	out(text: string): void {
		this.#text += text;
	}

	err(text: string): void {
		this.#errors.err(text);
	}

	/** The right side: reads what was written so far. */
	source(): Source {
		const lines = this.#text === '' ? [] : this.#text.replace(/\n$/, '').split('\n');
		return {
			readLine: () => {
				const text = lines.shift();
				return Promise.resolve(text === undefined ? {kind: 'end'} : {kind: 'line', text});
			},
		};
	}
}

/** Reads from one, writes to another: no terminal, whatever the ends are. */
export const joined = (source: Source, target: Target): Io => ({
	isTty: false,
	out: text => target.out(text),
	err: text => target.err(text),
	readLine: prompt => source.readLine(prompt),
});
