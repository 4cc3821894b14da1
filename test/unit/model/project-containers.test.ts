import {expect, test} from 'vitest';
import {refKey} from '../../../source/model/ids.ts';
import {groupByProject, projectOf} from '../../../source/model/project-containers.ts';
import {aContainer, exited, ofProject} from '../../helpers/builders.ts';

test('by project, what has a process apart from what has none', () => {
	const containers = [
		ofProject('shop', 'api'),
		aContainer('redis', {state: 'paused'}),
		ofProject('shop', 'seed', exited()),
		ofProject('shop', 'web', {state: 'restarting'}),
	];
	const groups = groupByProject(containers.map(each => [refKey(each.ref), each]));
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
