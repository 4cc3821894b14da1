import {describe, expect, test} from 'vitest';
import {cursorIndex, placeAt, windowTop} from '../../../source/store/page-cursor.ts';

const things = (text: string) => [...text].map(id => ({id}));
const at = (id: string, index: number, row = 0) => ({id, index, row});

test('the cursor is on its thing, else on what took its place', () => {
	expect(cursorIndex(things('abcd'), at('c', 2))).toBe(2);
	expect(cursorIndex(things('xxabcd'), at('c', 2))).toBe(4);
	expect(cursorIndex(things('abd'), at('c', 2))).toBe(2);
	expect(cursorIndex(things('ab'), at('c', 2))).toBe(1);
	expect(cursorIndex([], at('c', 2))).toBe(-1);
});

describe('the window', () => {
	test('keeps the cursor on its row, whatever comes above', () => {
		expect(windowTop(things('abcdefgh'), at('d', 3, 1), 3)).toBe(2);
		expect(windowTop(things('xyabcdefgh'), at('d', 3, 1), 3)).toBe(4);
	});

	test('has no hole at its ends', () => {
		expect(windowTop(things('abcd'), at('a', 0, 2), 3)).toBe(0);
		expect(windowTop(things('abcd'), at('d', 3, 0), 3)).toBe(1);
		expect(windowTop(things('ab'), at('b', 1, 0), 3)).toBe(0);
	});

	test('is at the top without a cursor', () => {
		expect(windowTop(things('abcd'), undefined, 3)).toBe(0);
	});

	test('still shows it when it has become lower', () => {
		expect(windowTop(things('abcdefgh'), at('f', 5, 4), 2)).toBe(4);
	});
});

describe('a move', () => {
	const all = things('abcdefgh');

	test('scrolls as little as needed', () => {
		expect(placeAt(all, undefined, 0, 3)).toEqual(at('a', 0, 0));
		expect(placeAt(all, at('a', 0, 0), 2, 3)).toEqual(at('c', 2, 2));
		expect(placeAt(all, at('c', 2, 2), 3, 3)).toEqual(at('d', 3, 2));
		expect(placeAt(all, at('d', 3, 2), 1, 3)).toEqual(at('b', 1, 0));
		expect(placeAt(all, at('b', 1, 0), 0, 3)).toEqual(at('a', 0, 0));
	});

	test('ends at the ends', () => {
		expect(placeAt(all, at('c', 2, 2), -100, 3)).toEqual(at('a', 0, 0));
		expect(placeAt(all, at('c', 2, 2), 100, 3)).toEqual(at('h', 7, 2));
		expect(placeAt([], undefined, 0, 3)).toBeUndefined();
	});
});
