import {describe, expect, test} from 'vitest';
import {Rendition} from '../../../source/format/sgr.ts';
import type {Style} from '../../../source/format/span.ts';

const styleAfter = (...sequences: readonly string[]): Style => {
	const rendition = new Rendition();
	for (const parameters of sequences) rendition.apply(parameters);
	return rendition.style;
};

const indexed = (index: number): Style => ({colour: {kind: 'index', index}});
const rgb = (red: number, green: number, blue: number): Style => ({
	colour: {kind: 'rgb', red, green, blue},
});

describe('colours', () => {
	test.each([
		['31', indexed(1)],
		['97', indexed(15)],
		['38;5;200', indexed(200)],
		['38:5:200', indexed(200)],
		['38;2;1;2;3', rgb(1, 2, 3)],
		['38:2:1:2:3', rgb(1, 2, 3)],
		['38:2::1:2:3', rgb(1, 2, 3)],
		['38:2:0:1:2:3', rgb(1, 2, 3)],
		['38;5;300', {}],
		['38;2;1;2', {}],
		['38', {}],
		['', {}],
		['-5', {}],
		['1e1', {}],
	])('%s', (parameters, style) => {
		expect(styleAfter(parameters)).toEqual(style);
	});

	test('39 is the default again', () => {
		expect(styleAfter('31', '39')).toEqual({});
	});
});

describe('attributes', () => {
	test.each([
		['1;2;3;4;7', {bold: true, dim: true, italic: true, underline: true, reverse: true}],
		['4:3', {underline: true}],
		['4;4:0', {}],
		['21', {underline: true}],
		['1;2;22', {}],
		['3;4;7;23;24;27', {}],
		['1;0;3', {italic: true}],
		['1;;3', {italic: true}],
	])('%s', (parameters, style) => {
		expect(styleAfter(parameters)).toEqual(style);
	});
});

describe('what could hide text', () => {
	test.each([
		'8',
		'5',
		'6',
		'41',
		'107',
		'48;5;1',
		'48;2;1;2;3',
		'48:5:1',
		'58;5;1',
		'58:2::1:2:3',
	])('%s changes nothing', parameters => {
		expect(styleAfter(parameters)).toEqual({});
	});

	test('the arguments of a background are not attributes', () => {
		expect(styleAfter('48;5;4;1')).toEqual({bold: true});
		expect(styleAfter('48;2;3;4;7;1')).toEqual({bold: true});
	});
});

test('a flood of parameters ends early and harms nothing', () => {
	expect(styleAfter('1;'.repeat(100_000))).toEqual({});
	expect(styleAfter(`${'9'.repeat(100_000)}`, '1')).toEqual({bold: true});
});
