import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Line, Style} from '../../../../source/format/span.ts';
import {asciiSymbols, unicodeSymbols} from '../../../../source/format/symbols.ts';
import {textWidth} from '../../../../source/format/width.ts';
import {createPainter} from '../../../../source/view/canvas/paint-line.ts';
import {ownPalettes} from '../../../../source/view/theme/palettes.ts';
import {createTheme} from '../../../../source/view/theme/theme.ts';
import {hostileText} from '../../../helpers/any-text.ts';

const theme = createTheme({level: '16', palette: ownPalettes.dark});
const painter = createPainter(theme, unicodeSymbols);
const ok = '\u001b[0;92m';
const reset = '\u001b[0m';

const everySgr = /\u001b\[[\d;]*m/g;
const textOf = (painted: string): string => painted.replace(everySgr, '');

test('plain text needs no sequence', () => {
	expect(painter.line([{text: 'abc'}], 5)).toBe('abc  ');
	expect(painter.line([], 3)).toBe('   ');
});

test('a style ends with its span', () => {
	const line: Line = [{text: 'ab', style: {token: 'ok'}}, {text: 'cd'}];
	expect(painter.line(line, 5)).toBe(`${ok}ab${reset}cd `);
});

test('spans of one style share a sequence', () => {
	const line: Line = [
		{text: 'ab', style: {token: 'ok'}},
		{text: 'cd', style: {token: 'ok'}},
	];
	expect(painter.line(line, 4)).toBe(`${ok}abcd${reset}`);
});

test('a line is cut without a sign', () => {
	expect(painter.line([{text: 'abcdef'}], 4)).toBe('abcd');
});

test('nothing slips into the cell of a wide character that was cut', () => {
	expect(painter.line([{text: 'a漢'}, {text: 'b'}], 2)).toBe('a ');
});

test('a selected part of a row has the background only there', () => {
	const line = painter.line([{text: '|'}, {text: 'ab', isSelected: true}, {text: '|'}], 4);
	expect(line).toBe(`|\u001b[0;97;44mab${reset}|`);
});

test('a terminal without Unicode gets ASCII only', () => {
	const ascii = createPainter(theme, asciiSymbols);
	expect(ascii.line([{text: '● é 漢'}], 8)).toBe('> ? ??  ');
});

describe('any line', () => {
	const style = fc.option(
		fc.record<Style>({token: fc.constantFrom('ok', 'err', 'dim'), bold: fc.boolean()}),
		{nil: undefined},
	);
	const line = fc.array(
		fc
			.record({text: hostileText, style, isSelected: fc.boolean()})
			.map(({style, ...span}) => (style ? {...span, style} : span)),
		{maxLength: 6},
	);

	test('takes exactly its width and has no sequence but SGR', () => {
		fc.assert(
			fc.property(line, fc.nat(80), (spans, width) => {
				const painted = painter.line(spans, width);
				expect(textWidth(textOf(painted))).toBe(width);
				expect(textOf(painted)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
			}),
			{numRuns: 3000},
		);
	});

	test('leaves the terminal in its own style', () => {
		fc.assert(
			fc.property(line, fc.nat(80), (spans, width) => {
				const last = painter.line(spans, width).match(everySgr)?.at(-1);
				expect(last ?? reset).toBe(reset);
			}),
		);
	});
});
