import {formatBytes} from '../../../format/bytes.ts';
import {fitLine} from '../../../format/line.ts';
import {cleanText} from '../../../format/sanitise.ts';
import type {Line, Span} from '../../../format/span.ts';
import {formatStamp} from '../../../format/stamp.ts';
import {modeText} from '../../../model/files/file-entry.ts';
import type {FileSort} from '../../../model/files/sort-files.ts';
import type {FileRow} from '../../../store/files/select-files.ts';
import type {View} from '../../view.ts';
import {plain, styled} from '../../widgets/spans.ts';

const sizeCells = 7;
const modeCells = 9;
/** Date, hour and minute. */
const timeCells = 16;
/** Narrower, the mode is left out, and then the time. */
const leastForMode = 70;
const leastForTime = 48;
/** Wider, the eye would not find the size of a name. */
const mostName = 72;
/** Of the cursor. */
const barCells = 1;

interface Widths {
	readonly name: number;
	readonly hasMode: boolean;
	readonly hasTime: boolean;
}

const widthsFor = (width: number): Widths => {
	const hasMode = width >= leastForMode;
	const hasTime = width >= leastForTime;
	const others = sizeCells + 2 + (hasMode ? modeCells + 2 : 0) + (hasTime ? timeCells + 2 : 0);
	return {hasMode, hasTime, name: Math.max(1, Math.min(mostName, width - others))};
};

/** The names of the columns, and by which of them it is sorted. */
export const headerLine = ({state, symbols}: View, width: number): Line => {
	const {name, hasMode, hasTime} = widthsFor(width - barCells);
	const {sort, isReversed} = state.files.order;
	// Names begin with the least, sizes and times with the most.
	const isDown = (sort === 'name') === isReversed;
	const mark = isDown ? symbols.sortDown : symbols.sortUp;
	const column = (text: string, own: FileSort, pad: (text: string) => string): Span =>
		own === sort ? styled('accent', pad(`${text} ${mark}`)) : styled('muted', pad(text));
	return [
		plain(' '.repeat(barCells)),
		column('NAME', 'name', text => text.padEnd(name)),
		plain('  '),
		column('SIZE', 'size', text => text.padStart(sizeCells)),
		...(hasMode ? [plain('  '), styled('muted', 'MODE'.padEnd(modeCells))] : []),
		...(hasTime ? [plain('  '), column('CHANGED', 'time', text => text)] : []),
	];
};

/** What a click on the names of the columns sorts by. */
export const sortAt = (width: number, x: number): FileSort | undefined => {
	const {name, hasMode} = widthsFor(width - barCells);
	const sizeAt = barCells + name;
	const timeAt = sizeAt + 2 + sizeCells + (hasMode ? 2 + modeCells : 0);
	if (x < sizeAt) return 'name';
	if (x < sizeAt + 2 + sizeCells) return 'size';
	return x >= timeAt ? 'time' : undefined;
};

export const fileLine = (view: View, row: FileRow, width: number): Line => {
	const {symbols} = view;
	const {name, hasMode, hasTime} = widthsFor(width);
	const {mode, modifiedMillis, kind, sizeBytes} = row;
	const size = kind === 'file' || kind === 'hard link' ? formatBytes(sizeBytes) : '';
	const permissions = mode === undefined ? symbols.unknown : modeText(mode);
	return [
		...fitLine(nameSpans(view, row), name, 'left', symbols.ellipsis),
		plain('  '),
		...fitLine([plain(size)], sizeCells, 'right'),
		...(hasMode ? [plain('  '), ...fitLine([styled('muted', permissions)], modeCells)] : []),
		...(hasTime
			? [plain('  '), ...fitLine([styled('muted', timeText(view, modifiedMillis))], timeCells)]
			: []),
	];
};

const nameSpans = ({symbols}: View, {kind, name, linkTarget}: FileRow): Line => {
	const text = cleanText(name);
	switch (kind) {
		case 'folder':
			return [styled('accent', `${text}/`)];
		case 'link':
			return [
				styled('info', text),
				styled('muted', ` ${symbols.arrow} ${cleanText(linkTarget ?? symbols.unknown)}`),
			];
		case 'other':
			return [styled('muted', `${text}  (device, pipe or socket)`)];
		default:
			return [plain(text)];
	}
};

/** `2026-11-26 10:42`, by the user's clock. */
const timeText = ({symbols, zoneOffsetMinutes}: View, atMillis: number | undefined): string =>
	atMillis === undefined
		? symbols.unknown
		: formatStamp(atMillis, zoneOffsetMinutes).slice(0, timeCells);
