import {expect, test} from 'vitest';
import {byProject} from '../../../source/model/grouping.ts';
import {changedGroups} from '../../../source/store/changed-groups.ts';
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
	expect(changedGroups(now, before, byProject)).toEqual(
		new Map<string, unknown>([
			['shop', new Map([[keyOf('shop-web-1'), stopped]])],
			['', new Map([[keyOf('redis'), undefined]])],
		]),
	);
	expect(changedGroups(now, now, byProject)).toEqual(new Map());
});

test('of another list nothing is known', () => {
	expect(changedGroups(before, undefined, byProject)).toBeUndefined();
	expect(changedGroups(ContainerMap.of([...before.values()]), before, byProject)).toBeUndefined();
});

test('one that came back belongs to no order of before', () => {
	expect(changedGroups(before, before.without(keyOf('redis')), byProject)).toBeUndefined();
});

test('one that moved to another group is gone from the one and new in the other', () => {
	const compose = {project: 'shop', service: 'redis', number: 1, oneOff: false};
	const moved = aContainer('redis', {compose});
	expect(changedGroups(before.replace(moved), before, byProject)).toEqual(
		new Map<string, unknown>([
			['', new Map([[keyOf('redis'), undefined]])],
			['shop', new Map([[keyOf('redis'), moved]])],
		]),
	);
});
