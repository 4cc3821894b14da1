import {expect, test} from 'vitest';
import type {Action} from '../../../source/store/action.ts';
import {byContainer, selectHappened} from '../../../source/store/select-timeline.ts';
import {keyOf, refOf, startMillis} from '../../helpers/builders.ts';
import {stateAfter} from '../../helpers/user.ts';

const oom = (name: string, atMillis: number): Action => ({
	type: 'timeline/heard',
	event: {kind: 'container.oom', ref: refOf(name), atMillis},
});

test('what happened to each container, oldest first', () => {
	const state = stateAfter(
		oom('api', startMillis),
		oom('db', startMillis + 1),
		oom('api', startMillis + 2),
	);
	expect(selectHappened(state, keyOf('api')).map(({seq}) => seq)).toEqual([1, 3]);
	expect(selectHappened(state, keyOf('db')).map(({seq}) => seq)).toEqual([2]);
	expect(selectHappened(state, keyOf('other'))).toEqual([]);
	expect([...byContainer(state.timeline).keys()]).toEqual([keyOf('api'), keyOf('db')]);
});

test('the same array while nothing else happened', () => {
	const state = stateAfter(oom('api', startMillis));
	expect(selectHappened(state, keyOf('api'))).toBe(selectHappened(state, keyOf('api')));
});
