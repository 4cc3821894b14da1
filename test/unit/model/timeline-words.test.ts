import {expect, test} from 'vitest';
import {eventWords, exitWords} from '../../../source/model/timeline-words.ts';
import {refOf, startMillis} from '../../helpers/builders.ts';

test.each([
	['exit code 1: an error of the program', 1],
	['exit code 0', 0],
	['exit code 42', 42],
	['exit', undefined],
])('%s', (words, code) => {
	expect(exitWords('exit code', code)).toBe(words);
});

test('an event in words that need no clock', () => {
	const at = {ref: refOf('api'), atMillis: startMillis};
	expect(eventWords({kind: 'container.oom', ...at})).toContain('out of memory');
	expect(eventWords({kind: 'connection.back', atMillis: 1, awayMillis: 5})).toBe('answers again');
	expect(eventWords({kind: 'container.changed', ...at, action: 'checkpoint'})).toBe('checkpoint');
});
