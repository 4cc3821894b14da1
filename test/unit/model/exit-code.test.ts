import {expect, test} from 'vitest';
import {explainExit, isStopSignal} from '../../../source/model/exit-code.ts';

test.each([
	[0, 'ended by itself, without an error'],
	[1, 'an error of the program'],
	[2, 'an error of the program, often wrong arguments'],
	[125, 'the engine could not start it'],
	[126, 'its command cannot be executed'],
	[127, 'its command was not found'],
	[129, 'its terminal was closed (SIGHUP)'],
	[130, 'interrupted, as by Ctrl+C (SIGINT)'],
	[134, 'it gave up by itself, as after a failed assertion (SIGABRT)'],
	[137, 'killed (SIGKILL)'],
	[139, 'segmentation fault (SIGSEGV)'],
	[141, 'nobody read what it wrote (SIGPIPE)'],
	[143, 'asked to stop (SIGTERM)'],
	[255, 'an error of the program, or a code out of range'],
	[128, undefined],
	[3, undefined],
	[42, undefined],
])('exit code %i: %s', (code, words) => {
	expect(explainExit(code)).toBe(words);
});

test('the kernel killed it for want of memory, whatever the code says', () => {
	expect(explainExit(137, true)).toContain('want of memory');
	expect(explainExit(1, true)).toContain('want of memory');
});

test('what docker stop ends a program with', () => {
	expect([130, 137, 143].every(isStopSignal)).toBe(true);
	expect([0, 1, 139].some(isStopSignal)).toBe(false);
});
