import {cleanText} from '../../format/sanitise.ts';
import {sliceCells, textWidth} from '../../format/width.ts';

/** The end of what was typed, where the cursor is. */
export const lastCells = (text: string, width: number): string => {
	const typed = cleanText(text);
	const cells = textWidth(typed);
	return cells <= width ? typed : sliceCells(typed, cells - width, width).text;
};
