import {expect, test} from 'vitest';
import {pointerEvents} from '../../../source/app/pointer.ts';
import {type MouseReport, splitInput} from '../../../source/app/split-input.ts';

const eventsOf = (bytes: string) =>
	pointerEvents(
		splitInput(bytes).tokens.filter((token): token is MouseReport => token.kind === 'mouse'),
	);

test('tells of presses of the left button only', () => {
	const all =
		'\u001B[<0;2;3M\u001B[<0;2;3m\u001B[<1;2;3M\u001B[<2;2;3M\u001B[<32;2;3M\u001B[<35;2;3M';
	expect(eventsOf(all)).toEqual([{kind: 'press', column: 1, row: 2}]);
});

test('leaves a mouse with a modifier held to the terminal', () => {
	expect(eventsOf('\u001B[<4;2;3M\u001B[<8;2;3M\u001B[<16;2;3M\u001B[<68;2;3M')).toEqual([]);
});

test('adds up a wheel that turns one way in one place', () => {
	const down = '\u001B[<65;2;3M';
	const up = '\u001B[<64;2;3M';
	expect(eventsOf(down.repeat(1000))).toEqual([{kind: 'wheel', column: 1, row: 2, turns: 1000}]);
	expect(eventsOf(`${down}${down}${up}\u001B[<64;9;3M`)).toEqual([
		{kind: 'wheel', column: 1, row: 2, turns: 2},
		{kind: 'wheel', column: 1, row: 2, turns: -1},
		{kind: 'wheel', column: 8, row: 2, turns: -1},
	]);
});

test('drops sideways wheels and buttons beyond', () => {
	expect(eventsOf('\u001B[<66;2;3M\u001B[<67;2;3M\u001B[<128;2;3M\u001B[<9999;1;1M')).toEqual([]);
});
