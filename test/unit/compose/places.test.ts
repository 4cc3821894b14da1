import {chmod, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {checkPlace} from '../../../source/compose/check-place.ts';
import {findHere} from '../../../source/compose/find-here.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'dockmon-places-'));
});
afterEach(() => rm(folder, {recursive: true, force: true}));

const write = async (name: string, text = 'services: {}\n'): Promise<string> => {
	const file = path.join(folder, name);
	await mkdir(path.dirname(file), {recursive: true});
	await writeFile(file, text);
	return file;
};

describe('the place of a project', () => {
	const check = (...files: readonly string[]) =>
		checkPlace('shop', {directory: folder, files, envFiles: []});

	test('is where its files are, and another version when one is written', async () => {
		const file = await write('compose.yml');
		const found = await check(file);
		expect(found).toMatchObject({place: {project: 'shop', files: [file], cautions: []}});
		await writeFile(file, 'services: {api: {}}\n');
		expect(await check(file)).not.toMatchObject({version: 'version' in found && found.version});
		await write('.env', 'A=1');
		expect('version' in found && found.version.split(' ')).toHaveLength(1);
	});

	test.each([
		[() => check('/nowhere/compose.yml'), '/nowhere/compose.yml is not on this machine'],
		[() => check(folder), 'is not a file'],
		[() => check(), 'its containers name no files'],
		[
			() => checkPlace('shop', {directory: '/nowhere', files: [], envFiles: []}),
			'/nowhere is not on this machine',
		],
		[
			() => checkPlace('shop', {directory: '/etc/hostname', files: [], envFiles: []}),
			'/etc/hostname is not a directory',
		],
	])('is refused in words (%#)', async (look, problem) => {
		expect(await look()).toEqual({problem: expect.stringContaining(problem)});
	});

	test('says who else may write its files', async () => {
		const file = await write('compose.yml');
		await chmod(file, 0o666);
		expect(await check(file)).toMatchObject({
			place: {cautions: [`${file} may be written by anybody.`]},
		});
	});
});

describe('the project of a directory', () => {
	test.each(['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'])(
		'has a %s',
		async name => {
			const file = await write(`My Shop_1/${name}`);
			const directory = path.dirname(file);
			expect(await findHere(directory, {})).toEqual({
				...{directory, files: [file], envFiles: [], project: 'myshop_1'},
			});
		},
	);

	test('is found from below, with what overrides it', async () => {
		const file = await write('compose.yaml', 'name: "till"\nservices: {}\n');
		const override = await write('compose.override.yml');
		await mkdir(path.join(folder, 'a/b'), {recursive: true});
		expect(await findHere(path.join(folder, 'a/b'), {})).toEqual({
			...{directory: folder, files: [file, override], envFiles: [], project: 'till'},
		});
	});

	test('is named by the environment, or by the file of values', async () => {
		await write('compose.yaml', 'name: till\n');
		await write('.env', '# x\nCOMPOSE_PROJECT_NAME="tally" # y\n');
		expect(await findHere(folder, {})).toMatchObject({project: 'tally'});
		expect(await findHere(folder, {COMPOSE_PROJECT_NAME: 'other'})).toMatchObject({
			project: 'other',
		});
		expect(await findHere(folder, {COMPOSE_FILE: 'a.yml:/b.yml'})).toMatchObject({
			files: [path.join(folder, 'a.yml'), '/b.yml'],
		});
	});

	test.each([{COMPOSE_PROJECT_NAME: '$(touch CANARY)'}, {COMPOSE_FILE: 'a\nb.yml'}])(
		'is none where it is called %j',
		async env => {
			await write('compose.yaml');
			expect(await findHere(folder, env)).toBeUndefined();
		},
	);

	test('takes no name from the line below, and no time for blank lines', async () => {
		await write('compose.yaml', 'name: till\n');
		await write('.env', `${'\n'.repeat(500_000)}COMPOSE_PROJECT_NAME=\nother\n`);
		expect(await findHere(folder, {})).toMatchObject({project: 'till'});
	});

	test('is none without files', async () => {
		expect(await findHere(folder, {})).toBeUndefined();
	});
});
