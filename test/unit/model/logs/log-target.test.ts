import {expect, test} from 'vitest';
import {logSourceOf} from '../../../../source/model/logs/log-source.ts';
import type {LogTarget} from '../../../../source/model/logs/log-target.ts';
import {isInTarget, targetKey} from '../../../../source/model/logs/log-target.ts';
import {aContainer, ofProject} from '../../../helpers/builders.ts';

const all = [
	ofProject('shop', 'api', {}, 1),
	ofProject('shop', 'api', {}, 2),
	ofProject('shop', 'db'),
	ofProject('other', 'api'),
	aContainer('tool'),
];
const [api1, , , , tool] = all;
if (api1 === undefined || tool === undefined) throw new Error('incomplete');

test.each<[LogTarget, readonly string[]]>([
	[{kind: 'source', source: logSourceOf(api1)}, ['shop-api-1']],
	[{kind: 'service', project: 'shop', service: 'api'}, ['shop-api-1', 'shop-api-2']],
	[{kind: 'project', project: 'shop'}, ['shop-api-1', 'shop-api-2', 'shop-db-1']],
	[{kind: 'project', project: ''}, ['tool']],
	[{kind: 'chosen', sources: [logSourceOf(tool), logSourceOf(api1)]}, ['shop-api-1', 'tool']],
	[
		{
			kind: 'any',
			targets: [
				{kind: 'project', project: 'other'},
				{kind: 'project', project: ''},
			],
		},
		['other-api-1', 'tool'],
	],
	[{kind: 'all'}, ['shop-api-1', 'shop-api-2', 'shop-db-1', 'other-api-1', 'tool']],
])('%j', (target, expected) => {
	expect(all.filter(each => isInTarget(target, each)).map(({name}) => name)).toEqual(expected);
});

test('the same target has the same key', () => {
	expect(targetKey({kind: 'project', project: 'shop'})).toBe(
		targetKey({kind: 'project', project: 'shop'}),
	);
	expect(targetKey({kind: 'project', project: 'shop'})).not.toBe(targetKey({kind: 'all'}));
	expect(targetKey(undefined)).toBe('');
});
