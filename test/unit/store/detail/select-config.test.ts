import {expect, test} from 'vitest';
import {inspectRows} from '../../../../source/store/detail/select-config.ts';
import {anInspect, load, lookingAt} from '../../../helpers/detail-scene.ts';

test('unknown until it was loaded', () => {
	expect(inspectRows(lookingAt('config').state)).toBeUndefined();
});

test('while nothing changes it is the same object', () => {
	const user = lookingAt('config');
	load(user, 'document', anInspect());
	const before = inspectRows(user.state);
	expect(before?.rows.map(({path}) => path)).toEqual(['Id', 'Args', 'HostConfig', 'Config']);
	user.dispatch({type: 'trees/flattened'});
	expect(inspectRows(user.state)).toBe(before);
	load(user, 'document', anInspect());
	expect(inspectRows(user.state)).not.toBe(before);
});
