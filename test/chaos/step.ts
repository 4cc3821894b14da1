/** What others do to a container of the engine meanwhile. */
export type Deed =
	| 'start'
	| 'stop'
	| 'kill'
	| 'restart'
	| 'pause'
	| 'unpause'
	| 'remove'
	| 'rename';

/** One thing that happens; all of it is data, so that a run can be told, played again and cut short. */
export type StepKind =
	/** Typed at once, as fast as a terminal can send it. */
	| {readonly kind: 'keys'; readonly keys: readonly string[]}
	/** Bytes of a terminal that are no keys: pastes, reports, and parts of them. */
	| {readonly kind: 'bytes'; readonly bytes: string}
	/** The place as a share of the screen, for its size is not known when the plan is made. */
	| {
			readonly kind: 'mouse';
			readonly x: number;
			readonly y: number;
			readonly button: number;
			readonly times: number;
	  }
	| {readonly kind: 'resize'; readonly columns: number; readonly rows: number}
	/** One more fault, in the words of `--faults`. */
	| {readonly kind: 'fault'; readonly rule: string}
	| {readonly kind: 'mend'}
	| {readonly kind: 'deed'; readonly deed: Deed; readonly which: number}
	/** Every connection breaks. */
	| {readonly kind: 'cut'}
	| {readonly kind: 'restart'; readonly awayMillis: number}
	/** The clock of the machine is set, or it has slept. */
	| {readonly kind: 'jump'; readonly millis: number}
	| {readonly kind: 'wait'}
	/** All faults end, and all must be well again. */
	| {readonly kind: 'calm'};

export type Step = StepKind & {
	/** Time that passes behind it. */
	readonly thenMillis: number;
};

export interface Plan {
	readonly seed: number;
	readonly steps: readonly Step[];
}

/** One line, for the report of a failure. */
export const sayStep = ({thenMillis, kind, ...rest}: Step): string => {
	const values = Object.values(rest).map(value => JSON.stringify(value));
	return `${[kind, ...values].join(' ')}, then ${thenMillis} ms`;
};
