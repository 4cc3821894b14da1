import {expect, test} from 'vitest';
import {ruleOf} from '../../../../../source/model/logs/highlight-rule.ts';
import {withHighlights} from '../../../../../source/view/panes/logs/highlight.ts';

const red = ruleOf('time|out', 'red', true);

test('what a rule finds has its colour, wherever it is', () => {
	expect(withHighlights([{text: 'a timeout'}], [red])).toEqual([
		{text: 'a '},
		{text: 'time', style: {token: 'err', bold: true}},
		{text: 'out', style: {token: 'err', bold: true}},
	]);
});

test('also across what the program has coloured itself', () => {
	const line = [{text: 'a ti', style: {italic: true}}, {text: 'me b'}];
	expect(withHighlights(line, [red])).toEqual([
		{text: 'a ', style: {italic: true}},
		{text: 'ti', style: {token: 'err', bold: true}},
		{text: 'me', style: {token: 'err', bold: true}},
		{text: ' b'},
	]);
});

test('the first of two rules wins', () => {
	const [, found] = withHighlights([{text: 'a out'}], [red, ruleOf('ou', 'green', false)]);
	expect(found?.style?.token).toBe('err');
});

test('a rule that finds nothing at all places colours nothing', () => {
	expect(withHighlights([{text: 'abc'}], [ruleOf('x*', 'red', false)])).toEqual([{text: 'abc'}]);
});
