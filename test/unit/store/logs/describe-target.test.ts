import {expect, test} from 'vitest';
import type {LogTarget} from '../../../../source/model/logs/log-target.ts';
import {describeTarget} from '../../../../source/store/logs/describe-target.ts';
import {aContainer, ofProject, sourceOf, startMillis, targetOf} from '../../../helpers/builders.ts';
import {stateAfter} from '../../../helpers/user.ts';

test.each<[LogTarget, string]>([
	[{kind: 'service', project: 'shop', service: 'api'}, 'shop/api'],
	[{kind: 'service', project: '', service: 'api'}, 'api'],
	[{kind: 'project', project: 'shop'}, 'shop/*'],
	[{kind: 'project', project: ''}, 'no project'],
	[{kind: 'chosen', sources: [sourceOf('a'), sourceOf('b')]}, '2 containers'],
	[{kind: 'any', targets: [{kind: 'all'}]}, '1 log'],
	[{kind: 'all'}, 'all containers'],
	[targetOf('db'), 'db'],
	[targetOf('none'), 'gone'],
])('%j is called %s', (target, name) => {
	const containers = [aContainer('db'), ofProject('shop', 'api')];
	const state = stateAfter({type: 'containers/listed', containers, atMillis: startMillis});
	expect(describeTarget(state, target)).toBe(name);
});

test('one whose container is gone is called as its lines are', () => {
	const sources = new Map([[sourceOf('db'), {name: 'postgres', status: {kind: 'gone'}}]] as const);
	const state = stateAfter({type: 'logs/changed', status: {kind: 'gone'}, sources});
	expect(describeTarget(state, targetOf('db'))).toBe('postgres');
});
