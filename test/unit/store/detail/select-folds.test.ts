import {expect, test} from 'vitest';
import {foldRows, openTree} from '../../../../source/store/detail/select-folds.ts';
import {anInspect, changesOf, load, lookingAt} from '../../../helpers/detail-scene.ts';

test('which tree is open', () => {
	const user = lookingAt('config');
	expect(openTree(user.state)).toBe('config');
	user.dispatch({type: 'trees/compared', against: {kind: 'image'}});
	expect(openTree(user.state)).toBe('comparison');
	expect(openTree(lookingAt('changes').state)).toBe('changes');
	expect(openTree(lookingAt('overview').state)).toBeUndefined();
});

test('its rows, with whether they fold', () => {
	const config = lookingAt('config');
	expect(foldRows(config.state)).toEqual([]);
	load(config, 'document', anInspect());
	expect(foldRows(config.state).map(({canFold}) => canFold)).toEqual([false, true, true, true]);
	const changes = lookingAt('changes');
	load(changes, 'changes', changesOf('/etc/one', '/made'));
	expect(foldRows(changes.state)).toEqual([
		{path: '/etc', depth: 0, canFold: true, isOpen: false},
		{path: '/made', depth: 0, canFold: false, isOpen: false},
	]);
	expect(foldRows(lookingAt('overview').state)).toEqual([]);
});
