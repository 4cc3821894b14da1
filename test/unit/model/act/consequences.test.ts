import {describe, expect, test} from 'vitest';
import {consequencesOf, losesVolumes} from '../../../../source/model/act/consequences.ts';
import type {ContainerAction} from '../../../../source/model/act/container-action.ts';
import type {Container, Mount} from '../../../../source/model/container.ts';
import {exited, ofProject} from '../../../helpers/builders.ts';

const volume = (source: string): Mount => ({
	...{type: 'volume', source, destination: '/data', writable: true},
});

const db = ofProject('shop', 'db', {
	ports: [
		{privatePort: 5432, publicPort: 5432, protocol: 'tcp', ip: '0.0.0.0'},
		{privatePort: 5432, publicPort: 5432, protocol: 'tcp', ip: '::'},
		{privatePort: 9187, protocol: 'tcp'},
	],
	mounts: [volume('shop_db'), volume('c'.repeat(64))],
});

const after = (service: string, ...waits: readonly string[]): Container =>
	ofProject('shop', service, {
		labels: {
			'com.docker.compose.depends_on': waits.map(each => `${each}:service_healthy:false`).join(','),
		},
	});

const api = after('api', 'db', 'cache');
const world = [db, api, after('web', 'api'), after('job', 'db'), ofProject('other', 'db')];

const says = (action: ContainerAction, containers = [db], all = world): readonly string[] =>
	consequencesOf(action, containers, all);

describe('cutting it off', () => {
	test('names ports once, and who depends on it', () => {
		expect(says({verb: 'stop'})).toEqual([
			'Clients lose their connection; it stays stopped until it is started. Data is kept.',
			'Nobody answers on port 5432 of the host then.',
			'shop/api and shop/job depend on it.',
		]);
	});

	test('leaves out who does not run, is chosen too, or is of another project', () => {
		expect(says({verb: 'restart'}, [db], [db, {...api, ...exited()}]).join(' ')).not.toContain(
			'depend',
		);
		expect(says({verb: 'restart'}, [db, api], [db, api]).join(' ')).not.toContain('depend');
		expect(says({verb: 'stop'}, [ofProject('other', 'db')]).join(' ')).not.toContain('depend');
	});

	test('a container that has stopped answers nowhere', () => {
		expect(says({verb: 'restart'}, [{...db, ...exited()}]).join(' ')).not.toContain('Nobody');
	});
});

describe('removing', () => {
	test('tells what becomes of which volume', () => {
		expect(says({verb: 'remove'}).slice(0, 2)).toEqual([
			'It is running, and is killed first.',
			'What it wrote outside of volumes is lost, and so is its log.',
		]);
		expect(says({verb: 'remove'}).slice(-2)).toEqual([
			'Kept: 1 volume without a name; nothing else will use it.',
			'Kept: volume shop_db.',
		]);
		expect(says({verb: 'remove', volumes: true}).slice(-2)).toEqual([
			'Deleted with it: 1 volume without a name.',
			'Kept: volume shop_db.',
		]);
		expect(says({verb: 'remove', volumes: true}, [api]).at(-1)).toBe('It has no volumes.');
	});

	test('loses volumes without a name only', () => {
		expect([losesVolumes(db), losesVolumes({...db, mounts: [volume('shop_db')]})]).toEqual([
			true,
			false,
		]);
	});
});

const cache = ofProject('shop', 'cache', {mounts: [volume('shop_cache'), volume('d'.repeat(64))]});
const two = [db, cache];
const plain = [ofProject('shop', 'a'), ofProject('shop', 'b')];
const stopped = plain.map(each => ({...each, ...exited()}));

/** What is said of one, and of several. */
const sentences: readonly (readonly [ContainerAction, one: string, many: string])[] = [
	[{verb: 'start'}, 'Starts it as it was created.', 'Starts them as they were created.'],
	[
		{verb: 'stop'},
		'Clients lose their connection; it stays stopped until it is started. Data is kept.',
		'Clients lose their connection; all stay stopped until they are started. Data is kept.',
	],
	[
		{verb: 'restart'},
		'Clients lose their connection for a moment. Data is kept.',
		'Clients lose their connection for a moment. Data is kept.',
	],
	[
		{verb: 'pause'},
		'It stands still until it is unpaused: clients wait, health checks fail.',
		'They stand still until they are unpaused: clients wait, health checks fail.',
	],
	[{verb: 'unpause'}, 'It goes on where it stood still.', 'They go on where they stood still.'],
	[
		{verb: 'kill'},
		'It ends at once, without the chance to save anything.',
		'They end at once, without the chance to save anything.',
	],
	[
		{verb: 'kill', signal: 'SIGSTOP'},
		'Its first process stands still until SIGCONT comes.',
		'The first process of each stands still until SIGCONT comes.',
	],
	[
		{verb: 'kill', signal: 'SIGHUP'},
		'Its first process gets the signal; what follows is up to that program.',
		'The first process of each gets the signal; what follows is up to that program.',
	],
	[
		{verb: 'update', limits: {cpus: 1}},
		'It keeps running, and this holds from now on.',
		'What runs keeps running, and this holds from now on.',
	],
	[
		{verb: 'remove'},
		'It is running, and is killed first.',
		'They are running, and are killed first.',
	],
];

describe('one and several', () => {
	test.each(sentences)('%j', (action, one, many) => {
		expect(says(action, plain.slice(0, 1), plain)[0]).toBe(one);
		expect(says(action, plain, plain)[0]).toBe(many);
	});

	test.each(sentences)(
		'%j: no sentence on several speaks of one, and none on one of several',
		action => {
			const ofMany = says(action, two)
				.join(' ')
				.replaceAll(/Clients lose their|program/g, '');
			expect(ofMany).not.toMatch(/\b(it|its|It|Its)\b/);
			const ofOne = says(action)
				.join(' ')
				.replaceAll(/Clients lose their|until it/g, '');
			expect(ofOne).not.toMatch(/\b(they|them|their|They|Their)\b/);
		},
	);

	test('what is lost, kept and deleted of several', () => {
		expect(says({verb: 'remove', volumes: true}, two)).toEqual([
			'They are running, and are killed first.',
			'What they wrote outside of volumes is lost, and so are their logs.',
			'Nobody answers on port 5432 of the host then.',
			'shop/api and shop/job depend on them.',
			'Deleted with them: 2 volumes without a name.',
			'Kept: volumes shop_db and shop_cache.',
		]);
		expect(says({verb: 'remove'}, two).at(-2)).toBe(
			'Kept: 2 volumes without a name; nothing else will use them.',
		);
		expect(says({verb: 'remove', volumes: true}, plain).at(-1)).toBe('They have no volumes.');
	});

	test('how many of them run', () => {
		const [one] = stopped;
		if (one === undefined) throw new Error('none');
		expect(says({verb: 'remove'}, [db, one])[0]).toBe('1 of them is running, and is killed first.');
		expect(says({verb: 'remove'}, [db, api, one])[0]).toBe(
			'2 of them are running, and are killed first.',
		);
		expect(says({verb: 'remove'}, stopped)[0]).toMatch(/^What they wrote/);
	});

	test('what does not run loses no connection', () => {
		expect(says({verb: 'restart'}, stopped.slice(0, 1))).toEqual([
			'It does not run, and is started.',
		]);
		expect(says({verb: 'restart'}, stopped)).toEqual(['None of them runs; they are started.']);
		expect(says({verb: 'update', limits: {cpus: 1}}, stopped)).toEqual([
			'This holds from the next start on.',
		]);
		expect(says({verb: 'rename', name: 'x'}, stopped.slice(0, 1))).toEqual([
			'Who calls it by the old name does not find it any more.',
		]);
	});
});

test('a signal that ends nothing cuts nobody off', () => {
	expect(says({verb: 'kill', signal: 'SIGHUP'}).join(' ')).not.toMatch(/Nobody|depend/);
	expect(says({verb: 'kill', signal: 'SIGTERM'}).join(' ')).toMatch(/Nobody.*depend/);
});

test.each<ContainerAction>([
	{verb: 'start'},
	{verb: 'pause'},
	{verb: 'unpause'},
	{verb: 'kill'},
	{verb: 'kill', signal: 'SIGSTOP'},
	{verb: 'kill', signal: 'SIGHUP'},
	{verb: 'rename', name: 'x'},
	{verb: 'update', limits: {cpus: 1}},
])('%j says what follows in sentences', action => {
	for (const line of says(action)) expect(line).toMatch(/^[A-Z][^\n]*[^ ]\.$|^shop\/.*\.$/);
	expect(says(action).length).toBeGreaterThan(0);
});
