import {fitLine, lineWidth} from '../../../format/line.ts';
import {sourceToken} from '../../../format/source-token.ts';
import type {Line} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import type {LogSourceId} from '../../../model/logs/log-source.ts';
import type {LogSourceState} from '../../../store/logs/logs-state.ts';
import {plain, shorten, styled} from '../../widgets/spans.ts';

/** What a long name may take of the line, and what it may take of a very short one. */
const widestShare = 0.2;
const fewestCells = 8;

/** Cells for the names before the lines of a merged log: the longest of these, within bounds. */
export const sourceCells = (sources: readonly LogSourceState[], width: number): number => {
	const longest = sources.reduce((cells, {name}) => Math.max(cells, lineWidth([plain(name)])), 0);
	return Math.min(longest, Math.max(fewestCells, Math.floor(width * widestShare)));
};

/** The name in exactly so many cells; a replica keeps its number, by which alone it differs from the next. */
export const sourceSpans = (
	name: string,
	source: LogSourceId,
	cells: number,
	{ellipsis}: Symbols,
): Line => {
	const token = sourceToken(source);
	const number = /-\d+$/.exec(name)?.[0] ?? '';
	const stem = shorten(
		[styled(token, name.slice(0, name.length - number.length))],
		Math.max(0, cells - number.length),
		ellipsis,
	);
	return fitLine(number === '' ? stem : [...stem, styled(token, number)], cells);
};
