import type {KeyGroup} from '../../commands/keymap-docs.ts';
import {formatChord, keyGroups} from '../../commands/keymap-docs.ts';
import {fitLine, lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import {frame} from '../widgets/frame.ts';
import {sideBySide} from '../widgets/side-by-side.ts';
import {bold, plain, styled} from '../widgets/spans.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, scrolled} from './overlay-spec.ts';

const keyCells = 14;
/** Two columns where they fit. */
const columnCells = 56;

/** All keys by group, made from the table of commands, and what the signs mean. */
export const helpOverlay: OverlaySpec<'help'> = {
	place(view, _overlay, screen) {
		const body = bodyLines(view.symbols, screen.columns - 4);
		return centred(screen, Math.max(...body.map(lineWidth)) + 4, body.length + 2);
	},
	length: ({symbols}, width) => bodyLines(symbols, width).length,
	paint({symbols}, {top}, width, height) {
		const {body, footer} = scrolled(bodyLines(symbols, width - 2), top, height - 2);
		return frame({
			width,
			height,
			title: [bold('help')],
			right: [styled('muted', '? or Esc closes')],
			footer,
			body: body.map((line): Line => [plain(' '), ...line]),
			focused: true,
			symbols,
		});
	},
};

const bodyLines = (symbols: Symbols, width: number): readonly Line[] => {
	const groups = keyGroups();
	const signs = signLines(symbols);
	if (width < 2 * columnCells - 8) return [...groups.flatMap(groupLines), ...signs];
	const middle = groups.findIndex(({title}) => title === 'List');
	const column = (part: readonly KeyGroup[]): readonly Line[] =>
		part.flatMap(groupLines).map(line => fitLine(line, columnCells));
	const columns = sideBySide([column(groups.slice(0, middle)), column(groups.slice(middle))]);
	return [...columns, [], ...signs];
};

const groupLines = ({title, commands}: KeyGroup): readonly Line[] => [
	[bold(title)],
	...commands.map(({keys, title: what}): Line => {
		const chords = keys.map(formatChord).join(' ');
		return [plain('  '), styled('info', chords.padEnd(keyCells)), plain(what)];
	}),
];

const signLines = (symbols: Symbols): readonly Line[] => [
	[bold('Signs')],
	[
		styled('ok', `  ${symbols.running} running  `),
		styled('pause', `${symbols.paused} paused  `),
		styled('warn', `${symbols.restarting} restarting  `),
		styled('muted', `${symbols.exited} exited 0  `),
		styled('err', `${symbols.failed} failed`),
	],
	[
		styled('ok', `  ${symbols.healthy} healthy  `),
		styled('warn', `${symbols.starting} starting  `),
		styled('err', `${symbols.unhealthy} unhealthy  `),
		plain(`${symbols.noHealth} no health check  `),
		styled('err', `${symbols.stderr} stderr`),
	],
	[plain('  CPU: 100% is one core, as docker stats says; bars are the share of the limit')],
];
