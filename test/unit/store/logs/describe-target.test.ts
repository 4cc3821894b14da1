import {expect, test} from 'vitest';
import type {LogTarget} from '../../../../source/model/logs/log-target.ts';
import {targetName} from '../../../../source/store/logs/describe-target.ts';
import {noLogs} from '../../../../source/store/logs/logs-state.ts';
import {sourceOf, targetOf} from '../../../helpers/builders.ts';

test.each<[LogTarget, string | undefined]>([
	[{kind: 'service', project: 'shop', service: 'api'}, 'api'],
	[{kind: 'project', project: 'shop'}, 'shop'],
	[{kind: 'project', project: ''}, 'no project'],
	[{kind: 'chosen', sources: [sourceOf('a'), sourceOf('b')]}, '2 logs'],
	[{kind: 'any', targets: [{kind: 'all'}]}, '1 logs'],
	[{kind: 'all'}, 'all'],
	[targetOf('db'), undefined],
])('%j is called %s', (target, name) => {
	expect(targetName({...noLogs, target})).toBe(name);
});

test('one log is called as its lines are', () => {
	const sources = new Map([[sourceOf('db'), {name: 'postgres', status: {kind: 'ended'}}]] as const);
	expect(targetName({...noLogs, target: targetOf('db'), sources})).toBe('postgres');
	expect(targetName(noLogs)).toBeUndefined();
});
