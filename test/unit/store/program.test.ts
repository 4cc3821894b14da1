import {expect, test} from 'vitest';
import {isRunning, sayEnd} from '../../../source/store/program.ts';

test.each([
	[{kind: 'exited', code: 3}, 'exit code 3'],
	[{kind: 'killed', signal: 'SIGKILL'}, 'ended by SIGKILL'],
	[{kind: 'cancelled'}, 'cancelled'],
	[{kind: 'failed', message: 'there is no program x'}, 'not run: there is no program x'],
] as const)('%j', (end, words) => {
	expect(sayEnd(end)).toBe(words);
});

test('it runs until it has ended', () => {
	const program = {name: 'x', text: 'x', startedAtMillis: 0, output: [], dropped: 0};
	expect(isRunning({})).toBe(false);
	expect(isRunning({program})).toBe(true);
	expect(isRunning({program: {...program, end: {kind: 'cancelled'}}})).toBe(false);
});
