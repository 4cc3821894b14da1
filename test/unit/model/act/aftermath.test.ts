import {expect, test} from 'vitest';
import {
	neighboursOf,
	sayStoppedAgain,
	sayTurned,
	turnedBad,
} from '../../../../source/model/act/aftermath.ts';
import type {Container} from '../../../../source/model/container.ts';
import {exited, ofProject} from '../../../helpers/builders.ts';

const waiting = (service: string, ...on: readonly string[]): Container =>
	ofProject('shop', service, {
		labels: {
			'com.docker.compose.depends_on': on.map(each => `${each}:service_started:false`).join(),
		},
	});

const names = (containers: readonly Container[]) => containers.map(({compose}) => compose?.service);

test('neighbours are those that wait for it and run', () => {
	const db = ofProject('shop', 'db');
	const all = [
		db,
		waiting('api', 'db'),
		waiting('web', 'api'),
		{...waiting('job', 'db'), ...exited()},
	];
	expect(names(neighboursOf([db], all))).toEqual(['api']);
	expect(names(neighboursOf(all.slice(0, 2), all))).toEqual(['web']);
	expect(neighboursOf([ofProject('other', 'db')], all)).toEqual([]);
});

test('without labels they are all others of the project', () => {
	const [db, web] = [ofProject('shop', 'db'), ofProject('shop', 'web')];
	expect(names(neighboursOf([db], [db, web, ofProject('other', 'x')]))).toEqual(['web']);
});

test.each<[Partial<Container>, Partial<Container>, string | undefined]>([
	[{}, {}, undefined],
	[{health: {kind: 'healthy'}}, {health: {kind: 'unhealthy'}}, 'turned unhealthy'],
	[{health: {kind: 'unhealthy'}}, {health: {kind: 'unhealthy'}}, undefined],
	[{}, exited(3), 'ended with 3'],
	[exited(3), exited(3), undefined],
	[{}, {state: 'restarting'}, 'ended and is restarting'],
	[{state: 'restarting'}, {state: 'restarting'}, undefined],
	[{}, {state: 'dead', status: 'Dead'}, 'is dead'],
	[{}, {state: 'paused'}, undefined],
])('from %j to %j: %s', (before, now, what) => {
	const at = (change: Partial<Container>) => ofProject('shop', 'api', change);
	expect(turnedBad(at(before), at(now))).toBe(what);
});

test('it is said in a sentence', () => {
	expect(
		sayTurned(
			{verb: 'kill', of: 'shop/db'},
			{name: 'shop/api', what: 'turned unhealthy', afterMillis: 4210},
		),
	).toBe('shop/api turned unhealthy 4.2s after the signal to shop/db');
	expect(sayStoppedAgain('shop/job', 'start', {afterMillis: 800})).toBe(
		'shop/job stopped again, 0.8s after its start',
	);
});

test('the neighbours in a project of tens of thousands are found at once', () => {
	const all = Array.from({length: 30_000}, (_, at) => ofProject('shop', `s${at}`));
	expect(neighboursOf(all.slice(0, 1), all)).toHaveLength(29_999);
});
