import {expect, test} from 'vitest';
import {parsePattern} from '../../../../source/model/logs/log-pattern.ts';
import {changedFiles} from '../../../../source/store/detail/select-changes.ts';
import {changesOf, load, lookingAt} from '../../../helpers/detail-scene.ts';

const begin = () => {
	const user = lookingAt('changes');
	load(user, 'changes', changesOf('/etc/one', '/etc/two', '/srv/deep/three', '/srv/four'));
	return user;
};

test('unknown until it was loaded', () => {
	expect(changedFiles(lookingAt('changes').state)).toBeUndefined();
});

test('the way to what is looked for is unfolded', () => {
	const user = begin();
	user.dispatch({type: 'detail/searched', find: parsePattern('three')});
	const names = changedFiles(user.state)?.rows.map(({node}) => node.name);
	expect(names).toEqual(['etc', 'srv', 'deep', 'three', 'four']);
});

test('while nothing changes it is the same object', () => {
	const user = begin();
	const before = changedFiles(user.state);
	user.dispatch({type: 'trees/flattened'});
	expect(changedFiles(user.state)).toBe(before);
	user.dispatch({type: 'trees/turned', tree: 'changes', path: '/etc', isFolded: false});
	expect(changedFiles(user.state)?.rows).toHaveLength(4);
	expect(changedFiles(user.state)?.nodes).toBe(before?.nodes);
});
