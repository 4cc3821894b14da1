import fc from 'fast-check';
import {expect, test} from 'vitest';
import {fitLine, lineWidth, shorten} from '../../../source/format/line.ts';
import type {Line} from '../../../source/format/span.ts';
import {anyText} from '../../helpers/any-text.ts';

const line: Line = [{text: 'ab', style: {bold: true}}, {text: '漢字'}, {text: 'cd'}];

test('a line is as wide as its clean text', () => {
	expect(lineWidth(line)).toBe(8);
	expect(lineWidth([{text: '\u001b[31mred'}])).toBe(3);
});

test('a line that fits is given back as it is', () => {
	expect(fitLine(line, 8)).toBe(line);
});

test('padding has no style', () => {
	expect(fitLine(line, 10)).toEqual([...line, {text: '  '}]);
	expect(fitLine(line, 10, 'right')).toEqual([{text: '  '}, ...line]);
});

test('a cut keeps the styles', () => {
	expect(fitLine(line, 4)).toEqual([line[0], {text: '漢'}]);
});

test('an ellipsis stands for what is cut', () => {
	expect(fitLine(line, 4, 'left', '…')).toEqual([line[0], {text: ' …'}]);
	expect(fitLine(line, 0, 'left', '…')).toEqual([{text: '', style: {bold: true}}]);
});

test('shortening does not pad', () => {
	expect(shorten(line, 20)).toBe(line);
	expect(shorten(line, 3, '…')).toEqual([line[0], {text: '…'}]);
});

test('any line fits any width exactly', () => {
	const anyLine = fc.array(anyText.map(text => ({text})));
	fc.assert(
		fc.property(anyLine, fc.nat(40), fc.constantFrom('', '…'), (spans, width, ellipsis) => {
			expect(lineWidth(fitLine(spans, width, 'left', ellipsis))).toBe(width);
		}),
		{numRuns: 2000},
	);
});

test('a text of megabytes is cut before it is measured', () => {
	const [span] = fitLine([{text: '漢'.repeat(1_000_000)}], 4);
	expect(span?.text).toBe('漢漢');
});
