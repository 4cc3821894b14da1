import {expect, test} from 'vitest';
import {canAnswer, factOf} from '../../../source/app/probe-terminal.ts';

test.each([
	['\u001B]11;rgb:0000/0000/0000\u0007', 'dark'],
	['\u001B]11;rgb:1e1e/1e1e/2e2e\u001B\\', 'dark'],
	['\u001B]11;rgb:fdfd/f6f6/e3e3\u001B\\', 'light'],
	['\u001B]11;rgb:ff/ff/ff\u0007', 'light'],
	['\u001B]11;rgba:f/f/f/f\u0007', 'light'],
])('%j is %s', (answer, background) => {
	expect(factOf(answer)).toEqual({kind: 'background', background});
});

test('a frame drawn in one cell or in two', () => {
	expect(factOf('\u001B[2;2R')).toEqual({kind: 'ambiguous', cells: 1});
	expect(factOf('\u001B[2;3R')).toEqual({kind: 'ambiguous', cells: 2});
});

test.each([
	'\u001B[12;40R',
	'\u001B[?62;22c',
	'\u001B]10;rgb:ffff/ffff/ffff\u001B\\',
	'\u001B]11;red\u0007',
	'\u001B[2;1R',
	// Shift, and Alt, with F3.
	'\u001B[1;2R',
	'\u001B[1;3R',
])('%j says nothing that was asked', answer => {
	expect(factOf(answer)).toBeUndefined();
});

test('who shows a question instead of answering it is not asked', () => {
	expect(
		['xterm-256color', 'tmux-256color', 'screen', 'foot'].filter(TERM => canAnswer({TERM})),
	).toHaveLength(4);
	expect(['linux', 'dumb', 'vt100', 'cons25', ''].filter(TERM => canAnswer({TERM}))).toEqual([]);
	expect(canAnswer({})).toBe(false);
});
