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
/** Narrower, most titles would break. */
const leastColumnCells = 56;
/** Wider, the eye would lose the line between key and title. */
const mostColumnCells = 68;
const mostColumns = 3;

/** The sections, in columns where there is room. `words`: shown bold, in small letters. */
export const sectionLines = (
	sections: readonly HelpSection[],
	width: number,
	symbols: Symbols,
	words: readonly string[] = [],
): readonly Line[] => {
	const count = Math.min(mostColumns, Math.floor(width / leastColumnCells));
	const cells = Math.min(mostColumnCells, Math.floor(width / Math.max(1, count)));
	const blocks = sections.map(section =>
		oneSection(section, count < 2 ? width : cells - 1, symbols, words),
	);
	if (count < 2) return blocks.flat();
	return sideBySide(
		inColumns(blocks, count).map(column => column.flat().map(line => fitLine(line, cells))),
	);
};

/** Whole sections one below the other, in so many columns at most, of which the longest is as short as can be. */
const inColumns = (
	blocks: readonly (readonly Line[])[],
	count: number,
): readonly (readonly (readonly Line[])[])[] => {
	let height = Math.max(0, ...blocks.map(block => block.length));
	let columns = filled(blocks, height);
	while (columns.length > count) columns = filled(blocks, ++height);
	return columns;
};

const filled = (
	blocks: readonly (readonly Line[])[],
	height: number,
): readonly (readonly (readonly Line[])[])[] => {
	const columns: (readonly Line[])[][] = [];
	let used = height;
	for (const block of blocks) {
		if (used + block.length > height) {
			columns.push([]);
			used = 0;
		}
		columns.at(-1)?.push(block);
		used += block.length;
	}
	return columns;
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
