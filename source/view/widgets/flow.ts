import {lineWidth} from '../../format/line.ts';
import type {Line, Span} from '../../format/span.ts';
import {plain} from './spans.ts';

const gap = 2;

/** Facts side by side, two spaces apart, as many as fit on a line of `width` cells. */
export const flow = (facts: readonly Line[], width: number): readonly Line[] => {
	const lines: Span[][] = [];
	let used = 0;
	for (const fact of facts) {
		const size = lineWidth(fact);
		const line = lines.at(-1);
		if (line === undefined || used + gap + size > width) {
			lines.push([...fact]);
			used = size;
		} else {
			line.push(plain(' '.repeat(gap)), ...fact);
			used += gap + size;
		}
	}
	return lines;
};
