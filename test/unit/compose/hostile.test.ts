import {execFile} from 'node:child_process';
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {runProgram} from '../../../source/app/program/run-program.ts';
import {checkPlace} from '../../../source/compose/check-place.ts';
import {readProject, renderConfig} from '../../../source/compose/read-project.ts';
import {composeArguments} from '../../../source/model/compose/arguments.ts';
import {namedPlace} from '../../../source/model/compose/labels.ts';
import {composed, hostile, legacyTool} from '../../helpers/compose.ts';
import {type FakeCompose, fakeCompose} from '../../helpers/fake-compose.ts';

let fake: FakeCompose;
beforeEach(async () => {
	fake = await fakeCompose();
});
afterEach(() => fake.dispose());

const prefix = 'com.docker.compose.project';

/** Names that a file can have. */
const fileNames = hostile.filter(name => name !== '' && !/[\0/]/.test(name));

test.each(fileNames)(
	'the files of a folder called %j are refused, or arrive as they are',
	async name => {
		const directory = path.join(fake.folder, `d${name}`);
		await mkdir(directory);
		const file = path.join(directory, `f${name}.yml`);
		await writeFile(file, 'services: {}\n');
		const labels = {[`${prefix}.working_dir`]: directory, [`${prefix}.config_files`]: file};
		const named = namedPlace([composed('api', labels)]);
		if ('problem' in named) {
			expect(name).toMatch(/[\0-\u001f\u007f]/);
			return;
		}
		const found = await checkPlace('shop', named);
		if ('problem' in found) throw new Error(found.problem);
		const tool = {...legacyTool, argv: [fake.program]};
		const argv = composeArguments(tool, found.place, {verb: 'run', service: 'api', argv: [name]});
		if ('problem' in argv) throw new Error(argv.problem);
		const end = await runProgram(argv, () => undefined, {directory}).ended;
		expect(end).toEqual({kind: 'exited', code: 0});
		expect(await fake.calls()).toEqual([
			[
				'--project-name=shop',
				`--project-directory=${directory}`,
				`--file=${file}`,
				...['run', '--rm', '-T', 'api', name],
			],
		]);
		expect(await fake.canaries()).toEqual([]);
	},
);

const version = promisify(execFile)('docker-compose', ['version', '--short']);
const realVersion = await version.then(
	({stdout}) => stdout.trim(),
	() => undefined,
);
if (realVersion === undefined) console.log('hostile files left out: there is no docker-compose');

/** As Compose wants `$` written; a `.` is nothing that it knows. */
const hostileFile = (words: readonly string[]): string =>
	JSON.stringify({
		version: '3.8',
		services: {
			api: {
				image: 'busybox:local',
				command: words.map(word => word.replaceAll('$', '$$$$')),
				environment: {API_TOKEN: 'hunter2', NOTE: '$$(touch CANARY)'},
			},
		},
	});

test.skipIf(realVersion === undefined)(
	'a hostile file of Compose is read, and nothing of it is run',
	async () => {
		const words = hostile.filter(word => !word.includes('\0'));
		const file = path.join(fake.folder, 'docker-compose.yml');
		await writeFile(file, hostileFile(words));
		const found = await checkPlace('shop', {directory: fake.folder, files: [file], envFiles: []});
		if ('problem' in found) throw new Error(found.problem);
		const tool = {
			...legacyTool,
			argv: ['docker-compose'],
			isLegacy: realVersion?.startsWith('1.') ?? true,
		};
		const options = {...{tool, place: found.place, env: {}}, signal: AbortSignal.timeout(60_000)};
		const rendered = (await renderConfig(options)).join('\n');
		expect(rendered).toContain('touch CANARY');
		expect(rendered).not.toContain('hunter2');
		expect(rendered).toContain('API_TOKEN: "******"');
		expect(await fake.canaries()).toEqual([]);
	},
	120_000,
);

test('a service with a name that is an option is never an argument of its own', async () => {
	const tool = {
		...legacyTool,
		argv: [process.execPath, '-e', 'console.log(JSON.stringify({services: {"--help": {}}}))', '--'],
	};
	const place = {project: 'shop', directory: fake.folder, files: ['/f.yml'], envFiles: []};
	await expect(
		readProject({
			...{tool, place: {...place, cautions: []}, env: {}},
			signal: AbortSignal.timeout(10_000),
		}),
	).rejects.toThrow('a service has a name that Compose does not take');
});
