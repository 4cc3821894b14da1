import {expect, test} from 'vitest';
import {endsOpen, newEntry} from '../../../../source/model/logs/entry.ts';

test.each([
	['Traceback (most recent call last):', 'python'],
	['  + Exception Group Traceback (most recent call last):', 'python'],
	['╭─── Traceback (most recent call last) ───╮', 'box'],
	['/app/index.js:10', 'node'],
	['file:///app/index.js:10', 'node'],
	['panic: no such order', 'go'],
	['fatal error: all goroutines are asleep - deadlock!', 'go'],
	["thread 'main' panicked at a.rs:1:2:", 'rust'],
	['found no order', 'plain'],
	['the shop is open', 'plain'],
	['', 'plain'],
])('%s begins an entry of kind %s', (head, kind) => {
	expect(newEntry(head).kind).toBe(kind);
});

test('a traceback is unfinished from its first line, an opening bracket open', () => {
	expect(newEntry('Traceback (most recent call last):').isUnfinished).toBe(true);
	expect(newEntry('started').isUnfinished).toBe(false);
	expect(newEntry('order: {').hasOpenBracket).toBe(true);
	expect(endsOpen('')).toBe(false);
});
