import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {clean} from '../../../source/format/sanitise.ts';
import {cut, fit as fitText, sliceCells, textWidth} from '../../../source/format/width.ts';
import {anyText} from '../../helpers/any-text.ts';
import {cellsInTerminal} from '../../helpers/screen-terminal.ts';

const anyWidth = fc.integer({min: 0, max: 60});

describe('fit', () => {
	test.each([
		['pads at the right', fitText('abc', 5), 'abc  '],
		['pads at the left', fitText('abc', 5, 'right'), '  abc'],
		['cuts', fitText('abcdef', 4), 'abcd'],
		['marks the cut', fitText('abcdef', 4, 'left', '…'), 'abc…'],
		['leaves what fits', fitText('abcd', 4, 'left', '…'), 'abcd'],
		['fills the half of a wide character', fitText('漢字', 3), '漢 '],
		['marks the cut after a wide character', fitText('漢字漢', 4, 'left', '…'), '漢… '],
		['cleans first', fitText('\u001b[31mred', 5), 'red  '],
		['keeps a mark with its letter', fitText('x̣yz', 2), 'x̣y'],
		['gives nothing for no width', fitText('abc', 0), ''],
		['drops an ellipsis that does not fit', fitText('abc', 0, 'left', '…'), ''],
		['counts a negative width as none', fitText('abc', -3), ''],
		['does not cut a pair of surrogates', fitText('𠀀𠀀', 3), '𠀀 '],
	])('%s', (_name, fitted, expected) => {
		expect(fitted).toBe(expected);
	});

	test('has exactly the width for any text', () => {
		fc.assert(
			fc.property(anyText, anyWidth, fc.constantFrom('left', 'right'), (text, width, align) => {
				expect(textWidth(fitText(text, width, align, '…'))).toBe(width);
			}),
			{numRuns: 5000},
		);
	});

	test('takes exactly the width in a terminal', async () => {
		const texts = fc.sample(anyText, 500).map(text => fitText(`|${text}`, 30));
		const cells = await cellsInTerminal(texts);
		expect(cells).toEqual(texts.map(() => 30));
	});
});

describe('sliceCells', () => {
	test('cuts out of the middle', () => {
		expect(sliceCells('ab漢字cd', 2, 4)).toEqual({text: '漢字', cells: 4});
	});

	test('shows the right half of a wide character as a space', () => {
		expect(sliceCells('漢字', 1, 3)).toEqual({text: ' 字', cells: 3});
	});

	test('leaves a mark behind whose letter is cut off', () => {
		expect(sliceCells('ạ̇bc', 1, 2)).toEqual({text: 'bc', cells: 2});
	});

	test('gives two parts the width of the whole', () => {
		fc.assert(
			fc.property(anyText, fc.nat(20), (text, at) => {
				const whole = clean(text);
				const head = sliceCells(whole.text, 0, at);
				const tail = sliceCells(whole.text, at, 100);
				const half = head.cells < Math.min(at, whole.cells) ? 1 : 0;
				expect(head.cells + half + tail.cells).toBe(whole.cells);
			}),
		);
	});
});

test('cut gives back what fits as it is', () => {
	const whole = clean('fits');
	expect(cut(whole, 4)).toBe(whole);
});
