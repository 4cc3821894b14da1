import {expect, test} from 'vitest';
import {projectOf} from '../../../source/model/container-facts.ts';
import {groupContainers, renewGroup} from '../../../source/model/container-groups.ts';
import {byProject} from '../../../source/model/grouping.ts';
import {refKey} from '../../../source/model/ids.ts';
import {aContainer, exited, ofProject} from '../../helpers/builders.ts';

test('by project, what has a process apart from what has none', () => {
	const containers = [
		ofProject('shop', 'api'),
		aContainer('redis', {state: 'paused'}),
		ofProject('shop', 'seed', exited()),
		ofProject('shop', 'web', {state: 'restarting'}),
	];
	const groups = groupContainers(
		containers.map(each => [refKey(each.ref), each]),
		byProject,
	);
	expect(
		groups.map(({name, running, stopped}) => [
			name,
			running.map(each => each.name),
			stopped.map(each => each.name),
		]),
	).toEqual([
		['shop', ['api-1'], ['seed-1', 'web-1']],
		['', ['redis'], []],
	]);
});

test('without Compose a container belongs to no project', () => {
	expect(projectOf(aContainer('redis'))).toBe('');
	expect(projectOf(ofProject('shop', 'api'))).toBe('shop');
});

test('a list of a project in which nothing changed stays the same array', () => {
	const [api, web, seed] = [
		ofProject('shop', 'api'),
		ofProject('shop', 'web'),
		ofProject('shop', 'seed', exited()),
	];
	const [shop] = groupContainers(
		[api, web, seed].map(each => [refKey(each.ref), each]),
		byProject,
	);
	if (shop === undefined) throw new Error('no project');
	const sick = {...api, health: {kind: 'unhealthy'}} as const;
	const renewed = renewGroup(shop, new Map([[refKey(api.ref), sick]]), byProject);
	expect(renewed.running.map(({container}) => container)).toEqual([web, sick]);
	expect(renewed.stopped).toBe(shop.stopped);
	const ended = ofProject('shop', 'web', exited());
	const later = renewGroup(
		renewed,
		new Map([
			[refKey(web.ref), ended],
			[refKey(seed.ref), undefined],
		]),
		byProject,
	);
	expect(later.running.map(({container}) => container)).toEqual([sick]);
	expect(later.stopped.map(({container}) => container)).toEqual([ended]);
});
