import {describe, expect, test} from 'vitest';
import {boundedJson} from '../../../../source/model/json.ts';
import {parsePattern} from '../../../../source/model/logs/log-pattern.ts';
import {comparison} from '../../../../source/store/detail/select-comparison.ts';
import {keyOf} from '../../../helpers/builders.ts';
import {anInspect, load, lookingAt} from '../../../helpers/detail-scene.ts';
import type {User} from '../../../helpers/user.ts';

const pathsOf = (user: User) => comparison(user.state)?.rows.map(({node}) => node.path);

const withContainer = (other: object): User => {
	const user = lookingAt('config');
	load(user, 'document', anInspect());
	user.dispatch({type: 'trees/compared', against: {kind: 'container', key: keyOf('db')}});
	load(user, 'other', anInspect(other));
	return user;
};

test('undefined until both sides are known', () => {
	const user = lookingAt('config');
	load(user, 'document', anInspect());
	expect(comparison(user.state)).toBeUndefined();
	user.dispatch({type: 'trees/compared', against: {kind: 'image'}});
	expect(comparison(user.state)).toBeUndefined();
});

test('from the other one to the selected one', () => {
	const user = withContainer({HostConfig: {Memory: 1}, Extra: true});
	const [memory] = comparison(user.state)?.rows.slice(1) ?? [];
	expect(memory?.node).toMatchObject({kind: 'changed', left: 1, right: 536_870_912});
	expect(pathsOf(user)).toEqual([
		'HostConfig',
		'HostConfig.Memory',
		'HostConfig.RestartPolicy',
		'Extra',
	]);
});

test('of an image only the configuration counts, without what images do not say', () => {
	const user = lookingAt('config');
	const mine = {Config: {Env: ['LANG=C', 'A=1'], AttachStdout: true, Hostname: 'abc'}};
	load(user, 'document', anInspect(mine));
	user.dispatch({type: 'trees/compared', against: {kind: 'image'}});
	load(user, 'other', boundedJson({Config: {Env: ['LANG=C'], AttachStdout: false}}));
	expect(pathsOf(user)).toEqual(['Config', 'Config.Env', 'Config.Env[A]']);
	expect(comparison(user.state)?.counts).toEqual({shown: 1, hidden: 2});
});

describe('while nothing changes', () => {
	test('it is the same object', () => {
		const user = withContainer({Extra: true});
		const before = comparison(user.state);
		user.dispatch({type: 'trees/flattened'});
		expect(comparison(user.state)).toBe(before);
		user.dispatch({type: 'trees/own-shown'});
		expect(comparison(user.state)).not.toBe(before);
	});
});

test('what is looked for is unfolded', () => {
	const user = withContainer({HostConfig: {Memory: 1}});
	user.dispatch({type: 'trees/all-turned', tree: 'comparison', all: 'folded'});
	expect(pathsOf(user)).toEqual(['HostConfig']);
	user.dispatch({type: 'detail/searched', find: parsePattern('Memory')});
	expect(pathsOf(user)).toContain('HostConfig.Memory');
});
