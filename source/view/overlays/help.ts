import {findKeys, helpSections, typedWords} from '../../commands/help-sections.ts';
import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import type {View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {keyDoes} from '../widgets/key-name.ts';
import {bold, clickable, plain, sides, styled} from '../widgets/spans.ts';
import {sectionLines, signLines} from './help-lines.ts';
import {lastCells} from './last-cells.ts';
import type {OverlaySpec, ScreenSize} from './overlay-spec.ts';
import {centred, scrolled} from './overlay-spec.ts';

const place = (view: View, _overlay: unknown, screen: ScreenSize) => {
	const body = allLines(view, screen.columns - 5);
	return centred(screen, Math.max(...body.map(lineWidth)) + 4, body.length + 2);
};

/** The keys of the pane behind it, then all others, made from the table of commands; what the signs mean. */
export const helpOverlay: OverlaySpec<'help'> = {
	place,
	length: (view, width) => allLines(view, width - 1).length,
	paint(view, {top}, width, height) {
		const {symbols} = view;
		const {body, footer} = scrolled(allLines(view, width - 3), top, height - 2, symbols);
		return frame({
			...{width, height, footer, focused: true, symbols},
			title: [bold('help')],
			right: [
				...clickable('help.find', [styled('muted', keyDoes(view, 'help.find', 'finds  '))]),
				...clickable('help.close', [styled('muted', keyDoes(view, 'help.close', 'closes'))]),
			],
			body: body.map(indented),
		});
	},
};

const allLines = ({state, symbols, keymap}: View, width: number): readonly Line[] => [
	...sectionLines(helpSections(state, keymap.commands), width, symbols),
	[],
	...signLines(symbols, width),
];

const indented = (line: Line): Line => [plain(' '), ...line];

/** The line of the search. */
const headRows = 1;

/** The same, while a key is looked for in it. */
export const keysOverlay: OverlaySpec<'keys'> = {
	place,
	length: (view, width, {text}) => foundLines(view, width - 1, text).length + headRows,
	paint(view, {top, text}, width, height) {
		const {symbols} = view;
		const found = foundLines(view, width - 3, text);
		const {body, footer} = scrolled(found, top, height - 2 - headRows, symbols);
		return frame({
			...{width, height, footer, focused: true, symbols},
			title: [bold('help')],
			right: clickable('keys.back', [styled('muted', keyDoes(view, 'keys.back', 'all keys'))]),
			body: [searchLine(view, text, width - 2), ...body.map(indented)],
		});
	},
};

const foundLines = (
	{state, symbols, keymap}: View,
	width: number,
	text: string,
): readonly Line[] => {
	const found = findKeys(helpSections(state, keymap.commands), text);
	if (found.length > 0) return sectionLines(found, width, symbols, typedWords(text));
	return [[styled('muted', 'no key has that; the palette finds containers too')]];
};

const searchLine = ({state, symbols, keymap}: View, text: string, width: number): Line => {
	const found = findKeys(helpSections(state, keymap.commands), text);
	const count = found.reduce((sum, {commands}) => sum + commands.length, 0);
	const right = [styled('muted', `${count} found `)];
	const room = width - lineWidth(right) - 5;
	return sides(
		[
			styled('accent', ' / ', {bold: true}),
			plain(lastCells(text, Math.max(0, room))),
			styled('accent', '_'),
		],
		right,
		width,
		symbols.ellipsis,
	);
};
