import {expect, test} from 'vitest';
import {EngineError, isAbortError} from '../../../source/model/engine-error.ts';

test('it carries what happened, what to do and why', () => {
	const cause = new Error('ENOENT');
	const error = new EngineError('unreachable', 'No engine', {hint: 'Start it', cause});
	expect(error).toMatchObject({
		name: 'EngineError',
		kind: 'unreachable',
		message: 'No engine',
		hint: 'Start it',
		cause,
	});
	expect(new EngineError('timeout', 'late').hint).toBeUndefined();
});

test('an abort is told by its name, whoever made it', () => {
	expect(isAbortError(new DOMException('stop', 'AbortError'))).toBe(true);
	expect(isAbortError(Object.assign(new Error('stop'), {name: 'AbortError'}))).toBe(true);
	expect(isAbortError(AbortSignal.abort().reason)).toBe(true);
	expect(isAbortError(new EngineError('timeout', 'late'))).toBe(false);
	expect(isAbortError('AbortError')).toBe(false);
});
