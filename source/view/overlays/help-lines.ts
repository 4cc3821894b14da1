import type {HelpSection} from '../../commands/help-sections.ts';
import {fitLine} from '../../format/line.ts';
import type {Line, Span} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import {flow} from '../widgets/flow.ts';
import {keyName} from '../widgets/key-name.ts';
import {sideBySide} from '../widgets/side-by-side.ts';
import {bold, plain, styled} from '../widgets/spans.ts';
import {wrapWords} from '../widgets/wrap.ts';

const keyCells = 14;
/** Two columns where they fit. */
const columnCells = 56;

/** The sections, in two columns where there is room. `words`: shown bold, in small letters. */
export const sectionLines = (
	sections: readonly HelpSection[],
	width: number,
	symbols: Symbols,
	words: readonly string[] = [],
): readonly Line[] => {
	const column = (part: readonly HelpSection[], cells: number): readonly Line[] =>
		part.flatMap(section => oneSection(section, cells, symbols, words));
	if (width < 2 * columnCells) return column(sections, width);
	const middle = middleOf(sections);
	const columns = [sections.slice(0, middle), sections.slice(middle)].map(part =>
		column(part, columnCells - 1).map(line => fitLine(line, columnCells)),
	);
	return sideBySide(columns);
};

/** Where the second column begins, so that the longer one is as short as can be. */
const middleOf = (sections: readonly HelpSection[]): number => {
	const size = (part: readonly HelpSection[]): number =>
		part.reduce((sum, {commands}) => sum + 1 + commands.length, 0);
	const longer = (middle: number): number =>
		Math.max(size(sections.slice(0, middle)), size(sections.slice(middle)));
	return sections
		.map((_, index) => index)
		.reduce((best, middle) => (longer(middle) < longer(best) ? middle : best), 0);
};

const oneSection = (
	{title, commands}: HelpSection,
	width: number,
	symbols: Symbols,
	words: readonly string[],
): readonly Line[] => [
	[bold(title)],
	...commands.flatMap(command => {
		const chords = `  ${command.keys.map(chord => keyName(chord, symbols)).join(' ')} `;
		return wrapWords(command.title, width - keyCells - 2).map((text, index): Line => {
			const start = (index === 0 ? chords : '').padEnd(keyCells + 2);
			return [styled('info', start), ...withBold(text, words)];
		});
	}),
];

/** The text with what was looked for in bold. */
const withBold = (text: string, words: readonly string[]): readonly Span[] => {
	const small = text.toLowerCase();
	const [first] = words
		.map(word => ({at: small.indexOf(word), end: small.indexOf(word) + word.length}))
		.filter(({at}) => at >= 0)
		.toSorted((a, b) => a.at - b.at);
	if (first === undefined) return [plain(text)];
	return [
		plain(text.slice(0, first.at)),
		styled('accent', text.slice(first.at, first.end), {bold: true}),
		...withBold(text.slice(first.end), words),
	];
};

/** What the signs mean. */
export const signLines = (symbols: Symbols, width: number): readonly Line[] => [
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
