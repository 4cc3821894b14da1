import {expect, test} from 'vitest';
import {EngineError} from '../../../source/model/engine-error.ts';
import {toFailure} from '../../../source/sync/failure.ts';

test('an error of the engine keeps its kind, its words and its hint', () => {
	const error = new EngineError('permission', 'no access', {hint: 'Join the group docker'});
	expect(toFailure(error)).toEqual({
		kind: 'permission',
		message: 'no access',
		hint: 'Join the group docker',
	});
	expect(toFailure(new EngineError('internal', 'no'))).not.toHaveProperty('hint');
});

test('anything else is a defect and says so', () => {
	expect(toFailure(new TypeError('x is undefined'))).toEqual({
		kind: 'internal',
		message: 'defect in dockmon: x is undefined',
	});
	expect(toFailure('thrown text').message).toBe('defect in dockmon: thrown text');
});
