import type {Part} from './parse-parts.ts';

/**
 * In how many ways an engine that goes back may try an expression at one place of a text, as far as the expression tells:
 * `a|b` in two, `a?b?` in four, `a*` in as many as the text is long, which counts as endless.
 */
export const waysOf = (part: Part): number => {
	switch (part.kind) {
		case 'letter':
		case 'edge':
			return 1;
		case 'sequence':
			return part.parts.reduce((product, each) => product * waysOf(each), 1);
		case 'choice':
			return part.parts.reduce((sum, each) => sum + waysOf(each), 0);
		case 'other':
			return waysOf(part.part);
		case 'repeat': {
			const {least, most} = part.times;
			const ways = waysOf(part.part);
			if (least === most) return ways ** most;
			// Of each number of times.
			return ways === 1 ? most - least + 1 : ways ** most * 2;
		}
	}
};

/** Whether only the engine of the language can do it. */
export const holdsOther = (part: Part): boolean => {
	switch (part.kind) {
		case 'letter':
		case 'edge':
			return false;
		case 'sequence':
		case 'choice':
			return part.parts.some(holdsOther);
		case 'repeat':
			return holdsOther(part.part);
		case 'other':
			return true;
	}
};

/** Letters and edges, all repetitions written out. */
export const sizeOf = (part: Part): number => {
	switch (part.kind) {
		case 'letter':
		case 'edge':
			return 1;
		case 'sequence':
		case 'choice':
			return part.parts.reduce((sum, each) => sum + sizeOf(each), 1);
		case 'other':
			return sizeOf(part.part);
		case 'repeat': {
			const {least, most} = part.times;
			return (1 + sizeOf(part.part)) * (Number.isFinite(most) ? Math.max(1, most) : least + 1);
		}
	}
};
