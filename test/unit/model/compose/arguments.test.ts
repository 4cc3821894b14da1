import {expect, test} from 'vitest';
import {composeArguments, runName} from '../../../../source/model/compose/arguments.ts';
import type {ComposeTool} from '../../../../source/model/compose/project.ts';
import {aPlace, hostile, legacyTool} from '../../../helpers/compose.ts';

const newer: ComposeTool = {argv: ['docker', 'compose'], version: '2.26.1', isLegacy: false};
const start = [
	'docker-compose',
	'--project-name=shop',
	'--project-directory=/srv/shop',
	'--file=/srv/shop/docker-compose.yml',
];

test.each([
	[{verb: 'up', services: []} as const, 'up --detach'],
	[{verb: 'up', services: ['api', 'db']} as const, 'up --detach api db'],
	[{verb: 'down'} as const, 'down'],
	[{verb: 'down', volumes: true} as const, 'down --volumes'],
	[{verb: 'build', services: ['api']} as const, 'build api'],
	[{verb: 'pull', services: []} as const, 'pull'],
	[{verb: 'recreate', services: []} as const, 'up --detach --force-recreate'],
	[{verb: 'recreate', services: ['api']} as const, 'up --detach --force-recreate --no-deps api'],
	[
		{verb: 'scale', service: 'api', count: 3} as const,
		'up --detach --no-deps --no-recreate --scale=api=3 api',
	],
	[{verb: 'run', service: 'api', argv: ['ls', '-l']} as const, 'run --rm -T api ls -l'],
	[{verb: 'run', service: 'api', argv: ['sh'], isTerminal: true} as const, 'run --rm api sh'],
	[
		{verb: 'run', service: 'api', argv: ['sh'], isTerminal: true, name: 'shop-api-run-1'} as const,
		'run --rm --name=shop-api-run-1 api sh',
	],
	[{verb: 'config'} as const, 'config'],
	[{verb: 'hashes', services: ['api', 'db']} as const, 'config --hash=api,db'],
])('%o', (order, words) => {
	expect(composeArguments(legacyTool, aPlace(), order)).toEqual([...start, ...words.split(' ')]);
});

test('all files, files of values and profiles are named', () => {
	const place = aPlace({files: ['/a.yml', '/b.yml'], envFiles: ['/srv/.env']});
	expect(composeArguments(newer, place, {verb: 'down'}, ['broken', '$(x)'])).toEqual([
		...['docker', 'compose', '--project-name=shop', '--project-directory=/srv/shop'],
		...['--file=/a.yml', '--file=/b.yml', '--env-file=/srv/.env', '--profile=broken', 'down'],
	]);
});

test('Compose 2 is asked for all profiles where it only tells', () => {
	expect(composeArguments(newer, aPlace(), {verb: 'hashes', services: ['api']})).toEqual(
		expect.arrayContaining(['--profile=*', 'config', '--hash=*']),
	);
});

test.each(hostile)(
	'a project, a service or a file called %j is refused or one harmless word',
	text => {
		const tries = [
			composeArguments(legacyTool, aPlace({project: text}), {verb: 'up', services: []}),
			composeArguments(legacyTool, aPlace(), {verb: 'up', services: [text]}),
			composeArguments(legacyTool, aPlace(), {verb: 'scale', service: text, count: 1}),
			composeArguments(legacyTool, aPlace(), {verb: 'run', service: text, argv: []}),
			composeArguments(legacyTool, aPlace({files: [text]}), {verb: 'down'}),
			composeArguments(legacyTool, aPlace({directory: text}), {verb: 'down'}),
		];
		for (const argv of tries) expect(argv).toEqual({problem: expect.any(String)});
		// An absolute path may hold anything that can be seen: it is one word behind its option.
		const file = `/srv/${text}.yml`;
		const argv = composeArguments(legacyTool, aPlace({files: [file]}), {verb: 'down'});
		if (/[\0-\u001f]/.test(text)) expect(argv).toEqual({problem: expect.any(String)});
		else expect(argv).toEqual([...start.slice(0, 3), `--file=${file}`, 'down']);
	},
);

test.each(hostile)('a word of a command to run once stays one word: %j', text => {
	const order = {verb: 'run', service: 'api', argv: ['echo', text]} as const;
	const argv = composeArguments(legacyTool, aPlace(), order);
	if (text.includes('\0')) expect(argv).toEqual({problem: expect.any(String)});
	else expect(argv).toEqual([...start, 'run', '--rm', '-T', 'api', 'echo', text]);
});

test.each([-1, 1.5, 101, Number.NaN, Number.POSITIVE_INFINITY])(
	'%d replicas are refused',
	count => {
		expect(composeArguments(legacyTool, aPlace(), {verb: 'scale', service: 'api', count})).toEqual({
			problem: 'a number from 0 to 100 is needed',
		});
	},
);

test('a run has a name that the engine takes', () => {
	expect(runName('shop', 'api', 36 ** 5)).toBe('shop-api-run-100000');
	expect(runName('_shop', 'API.v2', 36)).toBe('shop-API.v2-run-10');
});
