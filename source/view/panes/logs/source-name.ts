import {fitLine, lineWidth} from '../../../format/line.ts';
import type {Line, Token} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import type {Container} from '../../../model/container.ts';
import {displayName, isReplica} from '../../../model/container-facts.ts';
import {plain, shorten, styled} from '../../widgets/spans.ts';

/** Names of a merged log keep their colour as long as the container lives: it comes from its id. */
const sourceTokens: readonly Token[] = ['ok', 'info', 'warn', 'pause', 'accent', 'load1'];

/** What a long name may take of the line, and what it may take of a very short one. */
const widestShare = 0.2;
const fewestCells = 8;

/** Cells for the names before the lines of a merged log: the longest of these, within bounds. */
export const sourceCells = (containers: readonly Container[], width: number): number => {
	const longest = containers.reduce(
		(cells, container) => Math.max(cells, lineWidth([plain(sourceName(container))])),
		0,
	);
	return Math.min(longest, Math.max(fewestCells, Math.floor(width * widestShare)));
};

/** The name in exactly so many cells; a replica keeps its number, by which alone it differs from the next. */
export const sourceSpans = (
	container: Container | undefined,
	cells: number,
	{ellipsis}: Symbols,
): Line => {
	if (container === undefined) return fitLine([plain('gone')], cells);
	const digit = Number.parseInt(container.ref.id.slice(0, 6), 16) || 0;
	const token = sourceTokens[digit % sourceTokens.length] ?? 'info';
	const name = sourceName(container);
	const number = isReplica(container) ? (/-\d+$/.exec(name)?.[0] ?? '') : '';
	const stem = shorten(
		[styled(token, name.slice(0, name.length - number.length))],
		Math.max(0, cells - number.length),
		ellipsis,
	);
	return fitLine(number === '' ? stem : [...stem, styled(token, number)], cells);
};

const sourceName = (container: Container): string => displayName(container, isReplica(container));
