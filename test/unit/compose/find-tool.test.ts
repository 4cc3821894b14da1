import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {afterEach, expect, test, vi} from 'vitest';
import {findTool} from '../../../source/compose/find-tool.ts';
import {runTool} from '../../../source/compose/run-tool.ts';
import {type FakeCompose, fakeCompose} from '../../helpers/fake-compose.ts';

let fake: FakeCompose | undefined;
afterEach(async () => {
	vi.unstubAllEnvs();
	await fake?.dispose();
	fake = undefined;
});

const begin = async (script: string): Promise<FakeCompose> => {
	fake = await fakeCompose(script);
	vi.stubEnv('PATH', fake.folder);
	return fake;
};

test('docker-compose where docker has no plugin', async () => {
	const {calls} = await begin('console.log("1.29.2")');
	expect(await findTool()).toEqual({argv: ['docker-compose'], version: '1.29.2', isLegacy: true});
	expect(await calls()).toEqual([['version', '--short']]);
});

test('a newer one by the same name', async () => {
	await begin('console.log("v2.26.1-4")');
	expect(await findTool()).toMatchObject({version: '2.26.1-4', isLegacy: false});
});

test.each(['process.exit(17)', 'console.log("what?")', 'process.kill(process.pid)'])(
	'%s is none',
	async script => {
		await begin(script);
		expect(await findTool()).toEqual({
			problem: 'neither docker compose nor docker-compose is installed on this machine',
		});
	},
);

test('one that does not answer in time is not said to be missing', async () => {
	await begin('setInterval(() => {}, 1000);');
	const found = await findTool(undefined, 500);
	expect(found).toEqual({
		problem: 'no answer from docker-compose: the machine may be busy',
		isSilent: true,
	});
});

test('an older one does not take the place of a newer one that is slow', async () => {
	const {folder, calls} = await begin('console.log("1.29.2")');
	const script = `#!${process.execPath}\nsetInterval(() => {}, 1000);\n`;
	await writeFile(path.join(folder, 'docker'), script, {mode: 0o755});
	expect(await findTool(undefined, 500)).toEqual({
		problem: 'no answer from docker compose: the machine may be busy',
		isSilent: true,
	});
	expect(await calls()).toEqual([]);
});

test('what hangs is ended at its deadline, with what it has started', async () => {
	const {program} = await begin('process.on("SIGTERM", () => {}); setInterval(() => {}, 1000);');
	await expect(runTool([program], {deadlineMillis: 300})).rejects.toThrow(
		'no answer in 0.3 seconds',
	);
});

test('what prints without end is ended', async () => {
	const {program} = await begin(
		'const b = "x".repeat(1 << 20); const w = () => process.stdout.write(b, w); w();',
	);
	await expect(runTool([program], {deadlineMillis: 20_000})).rejects.toThrow('it printed too much');
});

test('a complaint is its last lines; directory and environment are those asked for', async () => {
	const {program, folder} = await begin(
		'console.error("one\\n\\ntwo"); console.log(process.cwd(), process.env.MARK, process.env.GONE); process.exit(3)',
	);
	vi.stubEnv('GONE', 'still here');
	const answer = await runTool([program], {
		...{deadlineMillis: 20_000, directory: folder},
		env: {MARK: 'here', GONE: undefined},
	});
	expect(answer).toEqual({code: 3, stdout: `${folder} here undefined\n`, complaint: 'one two'});
});

test('who is told to stop does not begin', async () => {
	await expect(
		runTool(['/bin/true'], {deadlineMillis: 1000, signal: AbortSignal.abort()}),
	).rejects.toThrow();
});
