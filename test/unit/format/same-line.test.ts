import {expect, test} from 'vitest';
import {isSameLine} from '../../../source/format/same-line.ts';
import type {ForeignColour, Line, Span, Style} from '../../../source/format/span.ts';

const rgb = (red: number, green: number, blue: number): ForeignColour => ({
	...{kind: 'rgb', red},
	...{green, blue},
});

test('lines of the same text and style are the same', () => {
	const line = (): Line => [
		{text: 'name', style: {token: 'accent', bold: true}},
		{text: ' 62.1', isSelected: true},
		{text: 'log', style: {colour: rgb(1, 2, 3)}},
	];
	expect(isSameLine(line(), line())).toBe(true);
});

test('a style that says nothing is none', () => {
	expect(isSameLine([{text: 'a', style: {}}], [{text: 'a'}])).toBe(true);
	expect(isSameLine([{text: 'a', style: {bold: false}}], [{text: 'a', style: {}}])).toBe(true);
});

test.each<readonly [string, Span]>([
	['text', {text: 'b'}],
	['selection', {text: 'a', isSelected: true}],
])('another %s makes another line', (_, span) => {
	expect(isSameLine([{text: 'a'}], [span])).toBe(false);
});

test('a span more makes another line', () => {
	expect(isSameLine([{text: 'a'}], [{text: 'a'}, {text: ''}])).toBe(false);
});

test.each<Style>([
	{token: 'err'},
	{bold: true},
	{dim: true},
	{italic: true},
	{underline: true},
	{reverse: true},
	{colour: {kind: 'index', index: 0}},
	{colour: rgb(0, 0, 0)},
])('%o makes another line', style => {
	expect(isSameLine([{text: 'a', style}], [{text: 'a', style: {token: 'ok'}}])).toBe(false);
	expect(isSameLine([{text: 'a', style}], [{text: 'a'}])).toBe(false);
});

test.each<readonly [ForeignColour, ForeignColour]>([
	[
		{kind: 'index', index: 1},
		{kind: 'index', index: 2},
	],
	[rgb(1, 2, 3), rgb(3, 2, 1)],
	[{kind: 'index', index: 1}, rgb(0, 0, 1)],
])('%o is another colour than %o', (one, another) => {
	const line = (colour: ForeignColour): Line => [{text: 'a', style: {colour}}];
	expect(isSameLine(line(one), line(another))).toBe(false);
});
