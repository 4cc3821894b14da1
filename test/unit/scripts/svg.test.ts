import xterm, {type Terminal} from '@xterm/headless';
import {expect, test} from 'vitest';
import {cellRuns} from '../../../scripts/lib/cell-runs.ts';
import {darkTheme, indexedColor} from '../../../scripts/lib/palette.ts';
import {renderSvg} from '../../../scripts/lib/svg.ts';

const shown = async (text: string, cols = 12): Promise<Terminal> => {
	const emulator = new xterm.Terminal({cols, rows: 1, allowProposedApi: true});
	await new Promise<void>(resolve => {
		emulator.write(text, resolve);
	});
	return emulator;
};

test('neighbours of one look are one run, from edge to edge', async () => {
	const runs = cellRuns(await shown('ab\u{1B}[31;1mcd\u{1B}[0me'), darkTheme);
	expect(runs.map(({text, column, width}) => [text, column, width])).toEqual([
		['ab', 0, 2],
		['cd', 2, 2],
		['e       ', 4, 8],
	]);
	expect(runs[1]?.style).toMatchObject({bold: true, color: indexedColor(darkTheme, 1)});
});

test('inverse swaps the colours of the window too', async () => {
	const [run] = cellRuns(await shown('\u{1B}[7mx'), darkTheme);
	expect(run?.style).toMatchObject({
		color: darkTheme.background,
		background: darkTheme.foreground,
	});
});

test('a wide character is a run of its own, two cells wide', async () => {
	const runs = cellRuns(await shown('a日b', 4), darkTheme);
	expect(runs.map(({text, width}) => [text, width])).toEqual([
		['a', 1],
		['日', 2],
		['b', 1],
	]);
});

test('the 256 colours are those of xterm', () => {
	const colors = [16, 67, 231, 232, 255].map(index => indexedColor(darkTheme, index));
	expect(colors).toEqual(['#000000', '#5f87af', '#ffffff', '#080808', '#eeeeee']);
});

test('text is escaped and as wide as its cells', async () => {
	const svg = renderSvg(await shown('  a<b&c'));
	expect(svg).toContain('textLength="45"');
	expect(svg).toContain('>a&lt;b&amp;c</text>');
});

test('blocks and braille are paths, not text', async () => {
	const svg = renderSvg(await shown('\u{1B}[32mx█⣿y'));
	expect(svg).toContain('>x  y</text>');
	// A block is one rectangle, the braille character eight.
	expect(svg.match(/<path [^>]*d="([^"]*)"/u)?.[1]?.match(/M/gu)).toHaveLength(9);
});
