import {expect, test} from 'vitest';
import type {ContainerAction} from '../../../../source/model/act/container-action.ts';
import {dockerCommand} from '../../../../source/model/act/docker-command.ts';

const api = {id: 'a'.repeat(64), name: 'shop-api-1'};

const said = (action: ContainerAction, ...containers: readonly (typeof api)[]): string =>
	dockerCommand(action, containers.length === 0 ? [api] : containers).join(' ');

test.each<[ContainerAction, string]>([
	[{verb: 'start'}, 'docker start shop-api-1'],
	[{verb: 'unpause'}, 'docker unpause shop-api-1'],
	[{verb: 'kill'}, 'docker kill shop-api-1'],
	[{verb: 'kill', signal: 'SIGHUP'}, 'docker kill --signal=SIGHUP shop-api-1'],
	[{verb: 'remove'}, 'docker rm shop-api-1'],
	[{verb: 'remove', force: true, volumes: true}, 'docker rm --force --volumes shop-api-1'],
	[{verb: 'rename', name: 'web'}, 'docker rename shop-api-1 web'],
	[
		{verb: 'update', limits: {cpus: 0.5, pids: 100}},
		'docker update --cpus=0.5 --pids-limit=100 shop-api-1',
	],
	[
		{verb: 'update', limits: {memoryBytes: 512 * 1024 ** 2}},
		'docker update --memory=512m --memory-swap=512m shop-api-1',
	],
	[
		{verb: 'update', limits: {memoryBytes: 2 * 1024 ** 3 + 1}},
		'docker update --memory=2147483649 --memory-swap=2147483649 shop-api-1',
	],
	[{verb: 'update', restartPolicy: {name: 'always'}}, 'docker update --restart=always shop-api-1'],
	[
		{verb: 'update', restartPolicy: {name: 'on-failure', retries: 3}},
		'docker update --restart=on-failure:3 shop-api-1',
	],
])('%j', (action, command) => {
	expect(said(action)).toBe(command);
});

test('of several is one command', () => {
	expect(said({verb: 'stop'}, api, {...api, name: 'db'})).toBe('docker stop shop-api-1 db');
});

test.each(['--help', '$(touch x)', 'a b', 'a;b', "a'b", '', 'a\nb'])(
	'a name like %j is no argument: the id stands for it',
	name => {
		expect(dockerCommand({verb: 'stop'}, [{...api, name}])).toEqual(['docker', 'stop', api.id]);
	},
);
