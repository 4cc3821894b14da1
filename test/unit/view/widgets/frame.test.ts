import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {lineWidth} from '../../../../source/format/line.ts';
import type {Line, Style} from '../../../../source/format/span.ts';
import {asciiSymbols, unicodeSymbols} from '../../../../source/format/symbols.ts';
import {frame, rule} from '../../../../source/view/widgets/frame.ts';
import {anyText} from '../../../helpers/any-text.ts';

const textOf = (line: Line): string => line.map(span => span.text).join('');
const lineOf = (text: string): Line => [{text}];
const styleOf = (line: Line, text: string): Style | undefined =>
	line.find(span => span.text.includes(text))?.style;

const options = {
	width: 24,
	height: 4,
	title: lineOf('cpu'),
	right: lineOf('34%'),
	footer: lineOf('1-2 of 9'),
	body: [lineOf('one'), lineOf('two'), lineOf('three')],
	focused: false,
	symbols: unicodeSymbols,
};

describe('frame', () => {
	test('has title, value, content and position', () => {
		expect(frame(options).map(textOf)).toEqual([
			'╭─ cpu ────────── 34% ─╮',
			'│one                   │',
			'│two                   │',
			'╰───────────╴1-2 of 9╶─╯',
		]);
	});

	test('draws with ASCII', () => {
		expect(frame({...options, symbols: asciiSymbols}).map(textOf)).toEqual([
			'+- cpu ---------- 34% -+',
			'|one                   |',
			'|two                   |',
			'+----------- 1-2 of 9 -+',
		]);
	});

	test('has plain edges where there is nothing to say', () => {
		const [top, , , bottom] = frame({...options, title: [], right: [], footer: lineOf('')});
		expect(textOf(top ?? [])).toBe('╭──────────────────────╮');
		expect(textOf(bottom ?? [])).toBe('╰──────────────────────╯');
	});

	test('gives up the value first, then cuts the title', () => {
		const narrow = (width: number): string => textOf(frame({...options, width})[0] ?? []);
		expect(narrow(13)).toBe('╭─ cpu ─────╮');
		expect(narrow(8)).toBe('╭─ cp…─╮');
	});

	test('the focused one has an accent border and a bold title, others have neither', () => {
		const bold = {...options, title: [{text: 'cpu', style: {bold: true}}]};
		const [focused = [], other = []] = [true, false].map(
			value => frame({...bold, focused: value})[0],
		);
		expect(styleOf(focused, '╭')).toEqual({token: 'accent', bold: true});
		expect(styleOf(focused, 'cpu')).toEqual({bold: true});
		expect(styleOf(other, '╭')).toEqual({token: 'dim'});
		expect(styleOf(other, 'cpu')).toEqual({});
	});

	test('keeps the selection of a row inside', () => {
		const body = [[{text: 'row', isSelected: true}]];
		const inside = frame({...options, body})[1] ?? [];
		expect(inside.filter(span => span.isSelected).map(span => span.text)).toEqual(['row']);
	});

	test('has exactly its size, whatever it holds', () => {
		const line = fc.array(
			anyText.map(text => ({text})),
			{maxLength: 3},
		);
		const symbols = fc.constantFrom(unicodeSymbols, asciiSymbols);
		fc.assert(
			fc.property(
				line,
				line,
				fc.nat(40),
				fc.nat(6),
				symbols,
				(title, right, width, height, set) => {
					const body = [title, right, []];
					const rows = frame({
						...options,
						title,
						right,
						footer: right,
						body,
						width,
						height,
						symbols: set,
					});
					expect(rows.map(lineWidth)).toEqual(new Array(height).fill(width));
				},
			),
		);
	});
});

describe('rule', () => {
	test('has the title at the left and the value at the right', () => {
		expect(textOf(rule({...options, width: 20}))).toBe('─ cpu ──────── 34% ─');
	});

	test('has exactly its width, whatever it says', () => {
		fc.assert(
			fc.property(anyText, anyText, fc.nat(40), (title, right, width) => {
				const line = rule({...options, title: lineOf(title), right: lineOf(right), width});
				expect(lineWidth(line)).toBe(width);
			}),
		);
	});
});
