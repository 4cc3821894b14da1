import type {Keymap} from '../../commands/command.ts';
import type {KeyGroup} from '../../commands/keymap-docs.ts';
import {keyGroups} from '../../commands/keymap-docs.ts';
import {fitLine, lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import {flow} from '../widgets/flow.ts';
import {frame} from '../widgets/frame.ts';
import {keyDoes, keyName} from '../widgets/key-name.ts';
import {sideBySide} from '../widgets/side-by-side.ts';
import {bold, clickable, plain, styled} from '../widgets/spans.ts';
import {wrapWords} from '../widgets/wrap.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, scrolled} from './overlay-spec.ts';

const keyCells = 14;
/** Two columns where they fit. */
const columnCells = 56;

/** All keys by group, made from the table of commands, and what the signs mean. */
export const helpOverlay: OverlaySpec<'help'> = {
	place(view, _overlay, screen) {
		const body = bodyLines(view, screen.columns - 5);
		return centred(screen, Math.max(...body.map(lineWidth)) + 4, body.length + 2);
	},
	length: (view, width) => bodyLines(view, width - 1).length,
	paint(view, {top}, width, height) {
		const {symbols} = view;
		const {body, footer} = scrolled(bodyLines(view, width - 3), top, height - 2, symbols);
		return frame({
			width,
			height,
			title: [bold('help')],
			right: clickable('help.close', [styled('muted', keyDoes(view, 'help.close', 'closes'))]),
			footer,
			body: body.map((line): Line => [plain(' '), ...line]),
			focused: true,
			symbols,
		});
	},
};

interface Keys {
	readonly keymap: Keymap;
	readonly symbols: Symbols;
}

const bodyLines = ({keymap, symbols}: Keys, width: number): readonly Line[] => {
	const groups = keyGroups(keymap.commands);
	const column = (part: readonly KeyGroup[], cells: number): readonly Line[] =>
		part.flatMap(group => groupLines(group, cells, symbols));
	if (width < 2 * columnCells) return [...column(groups, width), ...signLines(symbols, width)];
	const middle = middleOf(groups);
	const columns = [groups.slice(0, middle), groups.slice(middle)].map(part =>
		column(part, columnCells - 1).map(line => fitLine(line, columnCells)),
	);
	return [...sideBySide(columns), [], ...signLines(symbols, width)];
};

/** Where the second column begins, so that the longer one is as short as can be. */
const middleOf = (groups: readonly KeyGroup[]): number => {
	const size = (part: readonly KeyGroup[]): number =>
		part.reduce((sum, {commands}) => sum + 1 + commands.length, 0);
	const longer = (middle: number): number =>
		Math.max(size(groups.slice(0, middle)), size(groups.slice(middle)));
	return groups
		.map((_, index) => index)
		.reduce((best, middle) => (longer(middle) < longer(best) ? middle : best));
};

const groupLines = (
	{title, commands}: KeyGroup,
	width: number,
	symbols: Symbols,
): readonly Line[] => [
	[bold(title)],
	...commands.flatMap(({keys, title: what}) => {
		const chords = `  ${keys.map(chord => keyName(chord, symbols)).join(' ')} `;
		return wrapWords(what, width - keyCells - 2).map((text, index): Line => {
			const start = (index === 0 ? chords : '').padEnd(keyCells + 2);
			return [styled('info', start), plain(text)];
		});
	}),
];

const signLines = (symbols: Symbols, width: number): readonly Line[] => [
	[bold('Signs')],
	...flow(
		[
			[styled('ok', symbols.running), plain(' running')],
			[styled('pause', symbols.paused), plain(' paused')],
			[styled('warn', symbols.restarting), plain(' restarting')],
			[styled('info', symbols.created), plain(' created')],
			[styled('muted', symbols.exited), plain(' exited 0')],
			[styled('err', symbols.failed), plain(' failed or unhealthy')],
			[styled('ok', symbols.healthy), plain(' healthy')],
			[styled('warn', symbols.starting), plain(' health starting')],
			[plain(`${symbols.noHealth} no health check`)],
			[styled('err', symbols.stderr), plain(' stderr')],
		],
		width - 2,
	).map((line): Line => [plain('  '), ...line]),
	...wrapWords(
		'CPU: 100% is one core, as docker stats says; bars are the share of the limit',
		width - 2,
	).map((text): Line => [plain(`  ${text}`)]),
];
