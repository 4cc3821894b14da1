import {notFound} from '../../commands/log-search.ts';
import {formatCount} from '../../format/count.ts';
import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import {parsePattern} from '../../model/logs/log-pattern.ts';
import {hitPosition} from '../panes/logs/search-words.ts';
import type {View} from '../view.ts';
import {plain, shorten, sides, styled} from '../widgets/spans.ts';
import {lastCells} from './last-cells.ts';
import type {OverlaySpec, ScreenSize} from './overlay-spec.ts';

/** Where the status line is, as for the filter of the list. */
export const lineAtBottom = ({layout, columns, rows}: ScreenSize) =>
	layout.status ??
	layout.selection ?? {left: 0, top: Math.max(0, rows - 1), width: columns, height: 1};

/** The line where a search is typed; the log follows every key. */
export const searchOverlay: OverlaySpec<'search'> = {
	place: (_view, _overlay, screen) => lineAtBottom(screen),
	paint: (view, {text}, width) =>
		textLine(view, {sign: '/', text, told: text === '' ? '' : foundWords(view), width}),
};

/** There is room for how far it was looked. */
const foundWords = (view: View): string =>
	view.logs.isComplete && view.logs.hitCount === 0 ? notFound(view) : hitPosition(view);

/** The line where is typed what has to be in a line, or must not be. */
export const patternOverlay: OverlaySpec<'pattern'> = {
	place: (_view, _overlay, screen) => lineAtBottom(screen),
	paint(view, {sense, text, others}, width) {
		const {count, book} = view.logs;
		const more = others.length > 0 && text === '' ? `Backspace: without ${last(others)}  ` : '';
		const told = `${more}${formatCount(count)} of ${formatCount(book.size)}`;
		return textLine(view, {sign: sense === 'keep' ? '&' : '!', text, told, width});
	},
};

const last = (patterns: readonly {readonly text: string}[]): string => patterns.at(-1)?.text ?? '';

interface TextLine {
	readonly sign: string;
	readonly text: string;
	/** What comes of it. */
	readonly told: string;
	readonly width: number;
}

export const textLine = ({symbols}: View, {sign, text, told, width}: TextLine): readonly Line[] => {
	const {problem} = parsePattern(text);
	const help = problem === undefined ? styled('muted', `${told} `) : styled('err', `${problem} `);
	const right = shorten([help], Math.floor(width * 0.6), symbols.ellipsis);
	const typed = [
		styled('accent', ` ${sign} `, {bold: true}),
		plain(lastCells(text, width - lineWidth(right) - frameCells)),
		styled('accent', '_'),
	];
	return [sides(typed, right, width, symbols.ellipsis)];
};

/** The sign before the text, the cursor behind it, and the space to what is told. */
const frameCells = 5;
