import {expect, test} from 'vitest';
import {waitsOf, whyUnmet} from '../../../../source/model/attention/dependencies.ts';
import type {Container} from '../../../../source/model/container.ts';
import {aContainer, exited, ofProject} from '../../../helpers/builders.ts';

const label = 'com.docker.compose.depends_on';

test.each([
	[
		'db:service_healthy:true,redis:service_started:false',
		['db service_healthy', 'redis service_started'],
	],
	['migrate:service_completed_successfully:false', ['migrate service_completed_successfully']],
	['', []],
	['db', []],
	['db:service_eaten:true', []],
	[':service_started:true', []],
])('%s', (text, waits) => {
	const api = ofProject('shop', 'api', {labels: {[label]: text}});
	expect(waitsOf(api).map(({service, condition}) => `${service} ${condition}`)).toEqual(waits);
});

test('only what Compose started waits', () => {
	const labels = {[label]: 'db:service_started:true'};
	expect(waitsOf(aContainer('api', {labels}))).toEqual([]);
	const compose = {project: 'shop', service: 'api', number: 1, oneOff: true};
	expect(waitsOf(aContainer('api', {labels, compose}))).toEqual([]);
});

const db = (change: Partial<Container> = {}): Container => ofProject('shop', 'db', change);

test.each<[string | undefined, Parameters<typeof whyUnmet>[0]['condition'], readonly Container[]]>([
	['db does not exist', 'service_started', []],
	[undefined, 'service_started', [db()]],
	['db is exited', 'service_started', [db(exited(0))]],
	['db is restarting', 'service_healthy', [db({state: 'restarting'})]],
	[undefined, 'service_healthy', [db({health: {kind: 'healthy'}})]],
	[undefined, 'service_healthy', [db()]],
	['db is unhealthy', 'service_healthy', [db({health: {kind: 'unhealthy'}})]],
	['db is not healthy yet', 'service_healthy', [db({health: {kind: 'starting'}})]],
	[
		undefined,
		'service_healthy',
		[db({health: {kind: 'unhealthy'}}), db({health: {kind: 'healthy'}})],
	],
	[undefined, 'service_completed_successfully', [db(exited(0))]],
	['db has not ended with 0', 'service_completed_successfully', [db(exited(1))]],
])('%s: %s', (why, condition, containers) => {
	expect(whyUnmet({service: 'db', condition, containers})).toBe(why);
});
