import {describe, expect, test} from 'vitest';
import type {Container} from '../../../source/model/container.ts';
import {isRunning, isUp} from '../../../source/model/container.ts';
import {
	ageMillis,
	cpuShare,
	displayName,
	endedWell,
	exitCode,
	exitCodeMeaning,
	healthOf,
	qualifiedName,
	withDetails,
} from '../../../source/model/container-facts.ts';
import {aContainer, exited, ofProject, someDetails, startMillis} from '../../helpers/builders.ts';

const inState = (state: Container['state'], status: string, details = {}): Container =>
	aContainer('job', {state, status, details: someDetails(details)});

describe('exit code', () => {
	test.each([
		['read from the sentence of the list', aContainer('job', exited(137)), 137],
		[
			'of a crash loop',
			aContainer('job', {state: 'restarting', status: 'Restarting (1) 3 seconds ago'}),
			1,
		],
		[
			'from the inspect, which is newer',
			inState('exited', 'Exited (1) 1 hour ago', {exitCode: 2}),
			2,
		],
		['0 is one too', inState('exited', 'Exited (1) 1 hour ago', {exitCode: 0}), 0],
		['of a dead one from the inspect', inState('dead', 'Dead', {exitCode: 9}), 9],
		['unknown when nobody says it', aContainer('job', {state: 'dead', status: 'Dead'}), undefined],
		['none while it runs', inState('running', 'Up 5 minutes', {exitCode: 1}), undefined],
		[
			'none while it is paused',
			inState('paused', 'Up 5 minutes (Paused)', {exitCode: 1}),
			undefined,
		],
		['none before it ran', inState('created', 'Created', {exitCode: 0}), undefined],
	])('%s', (_what, container, expected) => {
		expect(exitCode(container)).toBe(expected);
	});

	test('tells a job that is done from one that failed', () => {
		expect(endedWell(aContainer('job', exited(0)))).toBe(true);
		expect(endedWell(aContainer('job', exited(1)))).toBe(false);
		expect(endedWell(aContainer('job'))).toBe(false);
		expect(endedWell(aContainer('job', {state: 'dead', status: 'Dead'}))).toBe(false);
	});

	test('is explained where only Docker or the kernel made it', () => {
		expect(exitCodeMeaning(137)).toContain('SIGKILL');
		expect(exitCodeMeaning(127)).toBe('command not found');
		expect(exitCodeMeaning(3)).toBeUndefined();
	});
});

test('what is up, and what has a process', () => {
	const states = [
		'created',
		'running',
		'paused',
		'restarting',
		'removing',
		'exited',
		'dead',
	] as const;
	const those = (test: (container: Container) => boolean) =>
		states.filter(state => test(aContainer('job', {state})));
	expect(those(isRunning)).toEqual(['running', 'paused']);
	expect(those(isUp)).toEqual(['running', 'paused', 'restarting']);
});

describe('health', () => {
	const probed = {kind: 'unhealthy', failingStreak: 3} as const;

	test('of the list, as long as nothing else is known', () => {
		expect(healthOf(aContainer('api', {health: {kind: 'starting'}}))).toEqual({kind: 'starting'});
	});

	test('with streak and probe where the inspect says the same', () => {
		const container = aContainer('api', {
			health: {kind: 'unhealthy'},
			details: someDetails({health: probed}),
		});
		expect(healthOf(container)).toBe(probed);
	});

	test('of the list where the inspect is older', () => {
		const container = aContainer('api', {
			health: {kind: 'healthy'},
			details: someDetails({health: probed}),
		});
		expect(healthOf(container)).toEqual({kind: 'healthy'});
	});

	test('of the inspect where the list tells none of what runs', () => {
		const details = someDetails({health: probed});
		expect(withDetails(aContainer('api'), details)).toMatchObject({details, health: probed});
		expect(withDetails(aContainer('api', exited()), details).health.kind).toBe('none');
	});

	test('none for a container that stopped, whatever its last probe said', () => {
		const container = aContainer('api', {...exited(), details: someDetails({health: probed})});
		expect(healthOf(container).kind).toBe('none');
	});
});

describe('name', () => {
	test('without a project it is the name of the container', () => {
		expect(displayName(aContainer('redis'), true)).toBe('redis');
		expect(qualifiedName(aContainer('redis'))).toBe('redis');
	});

	test('in a project it is the service', () => {
		expect(displayName(ofProject('shop', 'api'), false)).toBe('api');
		expect(displayName(ofProject('shop', 'api', {}, 2), true)).toBe('api-2');
		expect(qualifiedName(ofProject('shop', 'api'))).toBe('shop/api');
		expect(qualifiedName(ofProject('shop', 'api', {}, 2))).toBe('shop/api-2');
	});

	test('of a container made by `docker compose run` it is its own', () => {
		const compose = {project: 'shop', service: 'api', number: 1, oneOff: true};
		const container = aContainer('shop-api-run-7f', {compose});
		expect(displayName(container, true)).toBe('shop-api-run-7f');
		expect(qualifiedName(container)).toBe('shop/shop-api-run-7f');
	});

	test('without a service label it is its own', () => {
		const compose = {project: 'shop', service: '', number: 1, oneOff: false};
		expect(displayName(aContainer('odd', {compose}), true)).toBe('odd');
	});
});

describe('age', () => {
	const minutesAgo = (minutes: number): number => startMillis - minutes * 60_000;

	test('since the start while it runs', () => {
		const container = inState('running', 'Up', {
			startedAtMillis: minutesAgo(3),
			finishedAtMillis: minutesAgo(4),
		});
		expect(ageMillis(container, startMillis)).toBe(180_000);
	});

	test('since the end when it stopped', () => {
		const container = inState('exited', 'Exited (0)', {
			startedAtMillis: minutesAgo(3),
			finishedAtMillis: minutesAgo(2),
		});
		expect(ageMillis(container, startMillis)).toBe(120_000);
	});

	test('unknown before the inspect', () => {
		expect(ageMillis(aContainer('api'), startMillis)).toBeUndefined();
	});

	test('never negative, should the clock of the engine be ahead', () => {
		const container = inState('running', 'Up', {startedAtMillis: minutesAgo(-3)});
		expect(ageMillis(container, startMillis)).toBe(0);
	});
});

describe('share of the CPU', () => {
	const limited = aContainer('api', {details: someDetails({limits: {cpus: 0.5}})});

	test('of its limit, which it may exceed for a moment', () => {
		expect(cpuShare(limited, 25, 8)).toBe(0.5);
		expect(cpuShare(limited, 60, 8)).toBe(1.2);
	});

	test('of the machine where there is no limit', () => {
		expect(cpuShare(aContainer('api'), 200, 4)).toBe(0.5);
	});

	test('unknown without a figure or without a measure', () => {
		expect(cpuShare(limited, undefined, 8)).toBeUndefined();
		expect(cpuShare(aContainer('api'), 200, undefined)).toBeUndefined();
	});
});
