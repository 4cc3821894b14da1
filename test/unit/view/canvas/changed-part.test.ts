import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Line, Token} from '../../../../source/format/span.ts';
import {unicodeSymbols} from '../../../../source/format/symbols.ts';
import {changedPart} from '../../../../source/view/canvas/changed-part.ts';
import {createPainter} from '../../../../source/view/canvas/paint-line.ts';
import {ownPalettes} from '../../../../source/view/theme/palettes.ts';
import {createTheme} from '../../../../source/view/theme/theme.ts';
import {ScreenTerminal} from '../../../helpers/screen-terminal.ts';

const ok = '\u001b[0;32m';
const warn = '\u001b[0;33m';
const reset = '\u001b[0m';

describe('what stays is left out', () => {
	test.each([
		['in the middle of plain text', 'abcdef', 'abXdef', 2, 'X'],
		['at the end', 'abc', 'abX', 2, 'X'],
		['in the middle of a style', `${ok}abcdef${reset}`, `${ok}abXdef${reset}`, 2, `${ok}X${reset}`],
		['a style', `a${ok}b${reset}c`, `a${warn}b${reset}c`, 1, `${warn}b${reset}`],
		['the end of a style', `${ok}ab${reset}c`, `${ok}a${reset}bc`, 1, `${reset}bc`],
		['a mark', 'ae\u0316b', 'ae\u0317b', 1, 'e\u0317'],
		['a letter under a mark', 'ae\u0316b', 'ao\u0316b', 1, 'o\u0316'],
		['a pair of surrogates', 'a𠀀b', 'a𠀁b', 1, '𠀁'],
		['wide characters', '漢字漢', '漢漢漢', 2, '漢'],
	])('%s', (_name, before, after, skipped, text) => {
		const part = changedPart(before, after);
		expect(part).toEqual({skipped, text});
	});

	test('a style that adds to another one is written from the start', () => {
		const part = changedPart(
			'\u001b[1mabc\u001b[31mdef\u001b[0m',
			'\u001b[1mabc\u001b[31mdXf\u001b[0m',
		);
		expect(part.skipped).toBe(0);
		expect(part.text).toContain('\u001b[1mabc\u001b[31mdX');
	});
});

test('a terminal shows the same after the change as after the whole line', async () => {
	const theme = createTheme({level: '16', palette: ownPalettes.dark});
	const painter = createPainter(theme, unicodeSymbols);
	const span = fc.record({
		text: fc.string({
			unit: fc.constantFrom('a', 'b', ' ', '漢', 'e\u0316', '𠀀', '●'),
			maxLength: 4,
		}),
		style: fc.constantFrom<Token>('ok', 'warn', 'err').map(token => ({token})),
	});
	const line: fc.Arbitrary<Line> = fc.array(
		fc.oneof(
			span,
			span.map(({text}) => ({text})),
		),
		{maxLength: 5},
	);
	const width = 12;
	const [patched, whole] = [new ScreenTerminal(width, 1), new ScreenTerminal(width, 1)];
	const cells = (terminal: ScreenTerminal) =>
		Array.from({length: width}, (_, column) => terminal.cell(column, 0));
	await fc.assert(
		fc.asyncProperty(line, line, async (first, second) => {
			const [before, after] = [painter.line(first, width), painter.line(second, width)];
			const part = changedPart(before, after);
			patched.stream.write(`\u001b[1;1H${before}\u001b[1;${part.skipped + 1}H${part.text}`);
			whole.stream.write(`\u001b[1;1H${after}`);
			await Promise.all([patched.settled(), whole.settled()]);
			expect(cells(patched)).toEqual(cells(whole));
			expect(part.text.length).toBeLessThanOrEqual(after.length + 8);
		}),
		{numRuns: 300},
	);
});
