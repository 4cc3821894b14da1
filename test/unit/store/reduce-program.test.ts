import {expect, test} from 'vitest';
import type {Action} from '../../../source/store/action.ts';
import {stateAfter} from '../../helpers/user.ts';

const started: Action = {type: 'program/started', name: 'x', text: 'x y', atMillis: 1000};
const wrote = (count: number): Action => ({
	type: 'program/written',
	lines: Array.from({length: count}, (_, index) => `line ${index}`),
});
const ended: Action = {type: 'program/ended', end: {kind: 'exited', code: 0}, atMillis: 3000};

test('what it writes is kept in the pieces in which it came', () => {
	const {program} = stateAfter(started, wrote(2), wrote(1), ended);
	expect(program).toMatchObject({
		...{name: 'x', text: 'x y', startedAtMillis: 1000, endedAtMillis: 3000, dropped: 0},
		...{output: [['line 0', 'line 1'], ['line 0']], end: {kind: 'exited', code: 0}},
	});
});

test('of a flood the end is kept, and what had to go is counted', () => {
	const {program} = stateAfter(started, wrote(3000), wrote(3000), wrote(100));
	expect(program?.output.map(({length}) => length)).toEqual([3000, 100]);
	expect(program?.dropped).toBe(3000);
	const kept = stateAfter(started, wrote(20_000)).program?.output;
	expect(kept?.map(({length}) => length)).toEqual([20_000]);
});

test('the next one begins anew; what comes after an end is of nobody', () => {
	expect(stateAfter(started, wrote(1), ended, wrote(1)).program?.output).toHaveLength(1);
	expect(stateAfter(started, wrote(1), ended, started).program).toMatchObject({output: []});
	expect(stateAfter(wrote(1), ended).program).toBeUndefined();
});
