import {expect, test} from 'vitest';
import {mapImageConfig} from '../../../../source/engine/docker/image-config.ts';
import {fieldFaults, oddIn} from '../../../helpers/field-faults.ts';

const answer = {
	Id: 'sha256:93',
	RepoTags: ['redis:7-alpine'],
	Config: {
		...{User: 'redis', Env: ['REDIS_VERSION=7.4'], Cmd: ['redis-server'], WorkingDir: '/data'},
		...{Entrypoint: ['docker-entrypoint.sh'], Labels: {vendor: 'redis'}},
	},
};

test('an image', () => {
	expect(mapImageConfig(answer, 'asked')).toEqual({
		...{id: 'sha256:93', names: ['redis:7-alpine'], env: ['REDIS_VERSION=7.4']},
		...{entrypoint: ['docker-entrypoint.sh'], command: ['redis-server']},
		...{labels: {vendor: 'redis'}, user: 'redis', workingDirectory: '/data'},
		config: {value: answer.Config, leftOut: 0},
	});
});

test('of an image from nothing', () => {
	const nothing = {Config: {Env: null, Cmd: null, Entrypoint: null, Labels: null}};
	expect(mapImageConfig(nothing, 'asked')).toMatchObject({id: 'asked', names: [], env: []});
});

test('whatever comes, nothing odd goes out', () => {
	for (const config of fieldFaults(answer.Config)) {
		const {config: kept, ...image} = mapImageConfig({...answer, Config: config}, 'asked');
		expect(oddIn(image)).toEqual([]);
		expect(kept.leftOut).toBe(0);
	}
});
