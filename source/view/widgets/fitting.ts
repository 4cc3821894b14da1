import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import {plain} from './spans.ts';

/** Two spaces apart, what matters most first; what has no room any more is left out. */
export const fitting = (parts: readonly Line[], width: number): Line => {
	let room = width;
	let isFirst = true;
	return parts
		.filter(part => lineWidth(part) > 0)
		.flatMap(part => {
			const spans = isFirst ? part : [plain('  '), ...part];
			const cells = lineWidth(spans);
			if (cells > room) return [];
			room -= cells;
			isFirst = false;
			return spans;
		});
};
