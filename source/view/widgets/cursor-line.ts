import {fitLine} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import {plain, styled} from './spans.ts';

/** A row of a list, `width` cells: with a bar and another background where the cursor is. */
export const cursorLine = (
	line: Line,
	isSelected: boolean,
	width: number,
	symbols: Symbols,
): Line => {
	const mark = isSelected ? styled('accent', symbols.selected, {bold: true}) : plain(' ');
	const whole = fitLine([mark, ...line], width, 'left', symbols.ellipsis);
	return isSelected ? whole.map(span => ({...span, isSelected: true})) : whole;
};
