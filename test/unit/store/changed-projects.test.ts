import {expect, test} from 'vitest';
import {changedProjects} from '../../../source/store/changed-projects.ts';
import {ContainerMap} from '../../../source/store/container-map.ts';
import {aContainer, exited, keyOf, ofProject} from '../../helpers/builders.ts';

const before = ContainerMap.of([
	ofProject('shop', 'api'),
	ofProject('shop', 'web'),
	ofProject('blog', 'web'),
	aContainer('redis'),
]);

test('only the projects of what changed, with what it is now', () => {
	const stopped = ofProject('shop', 'web', exited());
	const now = before.replace(stopped).without(keyOf('redis'));
	expect(changedProjects(now, before)).toEqual(
		new Map<string, unknown>([
			['shop', new Map([[keyOf('shop-web-1'), stopped]])],
			['', new Map([[keyOf('redis'), undefined]])],
		]),
	);
	expect(changedProjects(now, now)).toEqual(new Map());
});

test('of another list nothing is known', () => {
	expect(changedProjects(before, undefined)).toBeUndefined();
	expect(changedProjects(ContainerMap.of([...before.values()]), before)).toBeUndefined();
});

test('one that came back, or moved to another project, belongs to no order of before', () => {
	expect(changedProjects(before, before.without(keyOf('redis')))).toBeUndefined();
	const compose = {project: 'shop', service: 'redis', number: 1, oneOff: false};
	expect(changedProjects(before.replace(aContainer('redis', {compose})), before)).toBeUndefined();
});
