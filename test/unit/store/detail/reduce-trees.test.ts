import {expect, test} from 'vitest';
import {parsePattern} from '../../../../source/model/logs/log-pattern.ts';
import {isFolded} from '../../../../source/model/tree/folds.ts';
import {anEndpoint, keyOf, startMillis} from '../../../helpers/builders.ts';
import {anInspect, load, lookingAt} from '../../../helpers/detail-scene.ts';

test('one is turned, all are turned', () => {
	const user = lookingAt('config');
	const isConfigFolded = () => isFolded(user.state.trees.folds.config, 'Config');
	user.dispatch({type: 'trees/turned', tree: 'config', path: 'Config', isFolded: false});
	expect(isConfigFolded()).toBe(false);
	user.dispatch({type: 'trees/all-turned', tree: 'config', all: 'folded'});
	expect(isConfigFolded()).toBe(true);
	expect(isFolded(user.state.trees.folds.changes, '/etc')).toBe(true);
});

test('what was folded while something was looked for is forgotten with the next search', () => {
	const user = lookingAt('config');
	user.dispatch({type: 'trees/turned', tree: 'config', path: 'Config', isFolded: true});
	expect([...user.state.trees.shut]).toEqual(['Config']);
	user.dispatch({type: 'detail/searched', find: parsePattern('x')});
	expect(user.state.trees.shut.size).toBe(0);
});

test('another comparison begins without the answer to the one before', () => {
	const user = lookingAt('config');
	user.dispatch({type: 'trees/compared', against: {kind: 'image'}});
	load(user, 'other', anInspect());
	const against = {kind: 'container', key: keyOf('db')} as const;
	user.dispatch({type: 'trees/compared', against});
	expect(user.state.trees.against).toEqual(against);
	expect(user.state.detail.data.other).toEqual({status: 'idle'});
	user.dispatch({type: 'trees/compared'});
	expect(user.state.trees).not.toHaveProperty('against');
});

test('what it does not know changes nothing', () => {
	const user = lookingAt('config');
	const {trees} = user.state;
	user.dispatch({type: 'detail/searched'});
	user.dispatch({type: 'trees/flattened'});
	user.dispatch({type: 'trees/flattened'});
	expect(user.state.trees).toEqual(trees);
});

test('with another engine nothing is compared any more, and the rest stays', () => {
	const user = lookingAt('config');
	user.dispatch({type: 'trees/flattened'});
	user.dispatch({type: 'trees/compared', against: {kind: 'container', key: keyOf('db')}});
	user.dispatch({type: 'endpoint/chosen', endpoint: anEndpoint, atMillis: startMillis});
	expect(user.state.trees).not.toHaveProperty('against');
	expect(user.state.trees.isFlat).toBe(true);
});
