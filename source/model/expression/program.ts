import type {Edge, Part} from './parse-parts.ts';

/** A step towards a match. */
export type Step =
	/** Goes on behind a letter of this kind. */
	| {readonly kind: 'letter'; readonly letter: number; readonly next: number}
	| {readonly kind: 'edge'; readonly edge: Edge; readonly next: number}
	/** Goes on in two ways, of which the first is preferred. */
	| {readonly kind: 'fork'; readonly first: number; readonly second: number}
	| {readonly kind: 'match'};

export interface Program {
	readonly steps: readonly Step[];
	readonly start: number;
	/** The kinds of letters, as they are written. */
	readonly letters: readonly string[];
}

/** `isBackwards`: for a text that is read from its end. */
export const programOf = (whole: Part, isBackwards: boolean): Program => {
	const steps: Step[] = [{kind: 'match'}];
	const letters: string[] = [];

	const push = (step: Step): number => steps.push(step) - 1;

	const letterOf = (source: string): number => {
		const found = letters.indexOf(source);
		return found < 0 ? letters.push(source) - 1 : found;
	};

	/** Where the part begins that goes on at `next`. */
	const build = (part: Part, next: number): number => {
		switch (part.kind) {
			case 'letter':
				return push({kind: 'letter', letter: letterOf(part.source), next});
			case 'edge':
				return push({kind: 'edge', edge: isBackwards ? turned(part.edge) : part.edge, next});
			case 'sequence':
				return isBackwards
					? part.parts.reduce((then, each) => build(each, then), next)
					: part.parts.reduceRight((then, each) => build(each, then), next);
			case 'choice':
				return part.parts
					.map(each => build(each, next))
					.reduceRight((second, first) => push({kind: 'fork', first, second}));
			case 'repeat':
				return repeat(part, next);
			case 'other':
				return next;
		}
	};

	const repeat = ({part, times}: Extract<Part, {kind: 'repeat'}>, next: number): number => {
		const {least, most, isGreedy} = times;
		const fork = (body: number): Step =>
			isGreedy
				? {kind: 'fork', first: body, second: next}
				: {kind: 'fork', first: next, second: body};
		let start = next;
		if (Number.isFinite(most))
			for (let time = least; time < most; time++) start = push(fork(build(part, start)));
		else {
			start = push({kind: 'match'});
			steps[start] = fork(build(part, start));
		}
		for (let time = 0; time < least; time++) start = build(part, start);
		return start;
	};

	const start = build(whole, 0);
	return {steps, start, letters};
};

const turned = (edge: Edge): Edge => {
	if (edge === 'start') return 'end';
	return edge === 'end' ? 'start' : edge;
};
