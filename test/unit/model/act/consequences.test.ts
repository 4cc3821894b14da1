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
