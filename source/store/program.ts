/** How a program came to its end. */
export type ProgramEnd =
	| {readonly kind: 'exited'; readonly code: number}
	| {readonly kind: 'killed'; readonly signal: string}
	/** By a key. */
	| {readonly kind: 'cancelled'}
	/** It did not even begin. */
	| {readonly kind: 'failed'; readonly message: string};

/** A command of the user, running or ended; one at a time. */
export interface ProgramState {
	readonly name: string;
	/** What was run, with its values; foreign text. */
	readonly text: string;
	readonly startedAtMillis: number;
	/** What it wrote, in the pieces in which that came: they stay the same objects. */
	readonly output: readonly (readonly string[])[];
	/** Lines that are no longer kept. */
	readonly dropped: number;
	readonly endedAtMillis?: number;
	readonly end?: ProgramEnd;
}

/** In one sentence. */
export const sayEnd = (end: ProgramEnd): string => {
	switch (end.kind) {
		case 'exited':
			return `exit code ${end.code}`;
		case 'killed':
			return `ended by ${end.signal}`;
		case 'cancelled':
			return 'cancelled';
		case 'failed':
			return `not run: ${end.message}`;
	}
};

export const isRunning = ({program}: {readonly program?: ProgramState}): boolean =>
	program !== undefined && program.end === undefined;
