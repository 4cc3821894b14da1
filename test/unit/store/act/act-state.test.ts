import {expect, test} from 'vitest';
import {isAtWork, type Task} from '../../../../source/store/act/act-state.ts';

const task: Task = {id: 1, verb: 'restart', sinceMillis: 0, waitsForHealth: false};

test('the engine is at work until it is done, not until the container is healthy', () => {
	expect(isAtWork(undefined)).toBe(false);
	expect(isAtWork(task)).toBe(true);
	expect(isAtWork({...task, waitsForHealth: true})).toBe(false);
});
