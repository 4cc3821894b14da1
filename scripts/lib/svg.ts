import type {Terminal} from '@xterm/headless';
import {type CellRun, type CellStyle, cellRuns} from './cell-runs.ts';
import {glyphShape} from './glyph-shapes.ts';
import {darkTheme, type Theme} from './palette.ts';

export const fontFamily = 'DejaVu Sans Mono';

/**
 * The font's advance is 1233/2048 em and its box-drawing glyphs are 1.16 em high: at this size a
 * cell is a whole number of pixels wide and the borders of two rows touch.
 */
const cellWidth = 9;
const cellHeight = 17;
const fontSize = (cellWidth * 2048) / 1233;
const baseline = 13;
const padding = 14;

const escapes: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;'};
const escapeXml = (text: string): string =>
	text.replaceAll(/[&<>]/gu, char => escapes[char] ?? char);

const left = (column: number): number => padding + column * cellWidth;
const top = (row: number): number => padding + row * cellHeight;

const backgroundRect = ({row, column, width, style}: CellRun): string =>
	style.background === undefined
		? ''
		: `<rect x="${left(column)}" y="${top(row)}" width="${width * cellWidth}" height="${cellHeight}" fill="${style.background}"/>\n`;

const textAttributes = (style: CellStyle): string => {
	const decoration = [style.underline && 'underline', style.strikethrough && 'line-through']
		.filter(Boolean)
		.join(' ');
	return [
		`fill="${style.color}"`,
		style.bold && 'font-weight="bold"',
		style.italic && 'font-style="italic"',
		style.dim && 'fill-opacity="0.6"',
		decoration && `text-decoration="${decoration}"`,
	]
		.filter(Boolean)
		.join(' ');
};

/** Blanks at the ends are left out: they say nothing and renderers disagree on their width. */
const textElement = ({row, column, width, text, style}: CellRun): string => {
	const shown = text.trim();
	if (shown === '') return '';
	const start = column + text.indexOf(shown);
	const cells = width - (text.length - shown.length);
	return `<text x="${left(start)}" y="${top(row) + baseline}" textLength="${cells * cellWidth}" ${textAttributes(style)}>${escapeXml(shown)}</text>\n`;
};

/** A run as text, and as paths for the characters that are drawn rather than written. */
const runElements = (run: CellRun): string => {
	let path = '';
	let text = '';
	for (const [index, character] of [...run.text].entries()) {
		const box = {
			x: left(run.column + index),
			y: top(run.row),
			width: cellWidth,
			height: cellHeight,
		};
		const shape = glyphShape(character, box);
		path += shape ?? '';
		text += shape === undefined ? character : ' ';
	}
	const opacity = run.style.dim ? ' fill-opacity="0.6"' : '';
	const shapes = path === '' ? '' : `<path fill="${run.style.color}"${opacity} d="${path}"/>\n`;
	return shapes + textElement({...run, text});
};

/** The visible screen of a terminal as an SVG document in a plain frame. */
export const renderSvg = (emulator: Terminal, theme: Theme = darkTheme): string => {
	const width = emulator.cols * cellWidth + 2 * padding;
	const height = emulator.rows * cellHeight + 2 * padding;
	const runs = cellRuns(emulator, theme);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${theme.background}" stroke="${theme.border}"/>
<g shape-rendering="crispEdges">
${runs.map(backgroundRect).join('')}</g>
<g font-family="${fontFamily}, monospace" font-size="${fontSize.toFixed(3)}" xml:space="preserve">
${runs.map(runElements).join('')}</g>
</svg>
`;
};
