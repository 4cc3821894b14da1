import {expect, test} from 'vitest';
import type {Grouping} from '../../../source/model/grouping.ts';
import {groupId, groupName} from '../../../source/store/group-id.ts';

const groupings: readonly Grouping[] = [
	{kind: 'project'},
	{kind: 'network'},
	{kind: 'state'},
	{kind: 'label', label: 'team'},
	{kind: 'label', label: 'a:b'},
];

test('a project has the id it always had', () => {
	expect(groupId('shop', {kind: 'project'})).toBe('project:shop');
	expect(groupId('', {kind: 'project'})).toBe('project:');
});

test('an id tells the name, and no two groupings share one', () => {
	for (const name of ['', 'running', 'a:b', 'project:x']) {
		const ids = groupings.map(grouping => groupId(name, grouping));
		expect(new Set(ids).size).toBe(groupings.length);
		expect(ids.map((id, index) => groupName(id, groupings[index] as Grouping))).toEqual(
			groupings.map(() => name),
		);
	}
});
