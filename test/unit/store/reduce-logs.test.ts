import {expect, test} from 'vitest';
import type {Action} from '../../../source/store/action.ts';
import {keyOf} from '../../helpers/builders.ts';
import {stateAfter} from '../../helpers/user.ts';

const logsAfter = (...actions: readonly Action[]) => stateAfter(...actions).logs;

const opened: Action = {type: 'logs/opened', target: keyOf('api')};

test('nothing is shown before something is selected', () => {
	expect(logsAfter()).toEqual({status: {kind: 'idle'}, version: 0});
});

test('a target is opened, followed and appended to', () => {
	expect(logsAfter(opened).status).toEqual({kind: 'opening'});
	const logs = logsAfter(
		opened,
		{type: 'logs/changed', status: {kind: 'following'}},
		{type: 'logs/appended', version: 7},
	);
	expect(logs).toEqual({target: keyOf('api'), status: {kind: 'following'}, version: 7});
});

test('another target is followed from its end, whatever was held before', () => {
	const held: Action = {type: 'logs/scrolled', heldAt: 12};
	expect(logsAfter(opened, held).heldAt).toBe(12);
	const other: Action = {type: 'logs/opened', target: keyOf('db')};
	expect(logsAfter(opened, held, other)).not.toHaveProperty('heldAt');
	expect(logsAfter(opened, held, {type: 'logs/opened'})).toEqual({
		status: {kind: 'idle'},
		version: 2,
	});
});

test('scrolling without a place goes back to following', () => {
	const held: Action = {type: 'logs/scrolled', heldAt: 12};
	expect(logsAfter(opened, held, {type: 'logs/scrolled'})).not.toHaveProperty('heldAt');
});
