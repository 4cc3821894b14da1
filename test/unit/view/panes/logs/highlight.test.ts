import {expect, test} from 'vitest';
import type {Line} from '../../../../../source/format/span.ts';
import {type HighlightRule, ruleOf} from '../../../../../source/model/logs/highlight-rule.ts';
import {highlighted, ruleHighlights} from '../../../../../source/view/panes/logs/highlight.ts';

const coloured = (line: Line, rules: readonly HighlightRule[]): Line =>
	highlighted(line, ruleHighlights(rules));

const red = ruleOf('time|out', 'red', true);

test('what a rule finds has its colour, wherever it is', () => {
	expect(coloured([{text: 'a timeout'}], [red])).toEqual([
		{text: 'a '},
		{text: 'time', style: {token: 'err', bold: true}},
		{text: 'out', style: {token: 'err', bold: true}},
	]);
});

test('also across what the program has coloured itself', () => {
	const line = [{text: 'a ti', style: {italic: true}}, {text: 'me b'}];
	expect(coloured(line, [red])).toEqual([
		{text: 'a ', style: {italic: true}},
		{text: 'ti', style: {italic: true, token: 'err', bold: true}},
		{text: 'me', style: {token: 'err', bold: true}},
		{text: ' b'},
	]);
});

test('the first of two rules wins', () => {
	const [, found] = coloured([{text: 'a out'}], [red, ruleOf('ou', 'green', false)]);
	expect(found?.style?.token).toBe('err');
});

test('a rule that finds nothing at all places colours nothing', () => {
	expect(coloured([{text: 'abc'}], [ruleOf('x*', 'red', false)])).toEqual([{text: 'abc'}]);
});

test('tens of thousands of hits in as many colours are told apart in one go', () => {
	const line = Array.from({length: 100_000}, (_, index) => ({text: index % 2 === 0 ? 'x' : 'y'}));
	const found = coloured(line, [ruleOf('x', 'red', false)]);
	expect(found).toHaveLength(line.length);
	expect(found.filter(({style}) => style?.token === 'err')).toHaveLength(line.length / 2);
});
