import {lineWidth} from '../../format/line.ts';
import type {Line, Span} from '../../format/span.ts';

/** Facts side by side, as many as fit on a line. */
export const flow = (facts: readonly Line[], width: number): readonly Line[] => {
	const lines: Span[][] = [];
	let room = 0;
	for (const fact of facts) {
		const size = lineWidth(fact);
		const line = lines.at(-1);
		if (line === undefined || size > room) {
			lines.push([...fact]);
			room = width - size;
		} else {
			line.push(...fact);
			room -= size;
		}
	}
	return lines;
};
