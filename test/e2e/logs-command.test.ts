import {spawn} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {afterAll, describe, expect, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {findRealEngine, type RealEngine} from '../helpers/docker.ts';
import {until} from '../helpers/until.ts';

const start = (...args: readonly string[]) => {
	const program = dockmon();
	const child = spawn(program.file, [...program.args, 'logs', ...args], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let stdout = '';
	let stderr = '';
	// A character may come in two pieces.
	child.stdout.setEncoding('utf8');
	child.stdout.on('data', data => {
		stdout += data;
	});
	child.stderr.on('data', data => {
		stderr += data;
	});
	const ended = new Promise<{code: number | null; stdout: string; stderr: string}>(resolve =>
		child.on('close', code => resolve({code, stdout, stderr})),
	);
	return {child, ended, stdout: () => stdout};
};

const logs = (...args: readonly string[]) => start(...args).ended;

const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n');

describe('of the demo engine', () => {
	test('those of a project, merged, each under its name', async () => {
		const {code, stdout, stderr} = await logs('--demo', 'shop', '--tail', '20', '-t');
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		const lines = linesOf(stdout);
		const names = new Set(lines.map(line => line.split(/\s/, 1)[0]));
		expect(names.size).toBeGreaterThan(3);
		const stamps = lines.flatMap(line => /[│┃] (\S+Z) /.exec(line)?.[1] ?? []);
		expect(stamps.length).toBe(lines.length);
		expect(stamps).not.toContain('-');
	});

	test('one alone is its text; grep, exclude and level choose', async () => {
		const all = linesOf((await logs('--demo', 'shop/api', '--tail', '200')).stdout);
		const some = linesOf(
			(await logs('--demo', 'shop/api', '--tail', '200', '-g', 'GET', '--exclude', 'health'))
				.stdout,
		);
		expect(all[0]).not.toMatch(/[│┃]/);
		expect(some.length).toBeLessThan(all.length);
		expect(some.every(line => /get/i.test(line) && !/health/i.test(line))).toBe(true);
	});

	test('JSON holds what a script needs', async () => {
		const {stdout} = await logs('--demo', 'shop/api', '--tail', '3', '--json');
		const parsed = linesOf(stdout).map(line => JSON.parse(line));
		expect(parsed).toHaveLength(3);
		expect(parsed[0]).toMatchObject({
			source: 'shop/api',
			stream: expect.stringMatching(/^std(out|err)$/),
			time: expect.stringMatching(/^\d{4}-.*Z$/),
			text: expect.any(String),
		});
	});

	test('a name that means nothing is told, and the rest is printed', async () => {
		const {code, stdout, stderr} = await logs('--demo', 'nonsense', 'shop/api', '-n', '2');
		expect(code).toBe(1);
		expect(linesOf(stdout)).toHaveLength(2);
		expect(stderr).toBe('dockmon: no container, service or project is called nonsense\n');
	});

	test('a reader that has gone is no failure', async () => {
		const program = dockmon();
		const line = `'${program.file}' '${program.args[0]}' logs --demo shop | head -1; echo "\${PIPESTATUS[0]}"`;
		const child = spawn('/bin/bash', ['-c', line], {stdio: ['ignore', 'pipe', 'pipe']});
		let text = '';
		// A character may come in two pieces.
		child.stdout.setEncoding('utf8');
		child.stdout.on('data', data => {
			text += data;
		});
		child.stderr.on('data', data => {
			text += `stderr: ${data}`;
		});
		await new Promise(resolve => child.on('close', resolve));
		expect(linesOf(text).at(-1)).toBe('0');
		expect(text).not.toContain('stderr:');
	});

	test('-f goes on until it is told to end', async () => {
		const following = start('--demo', 'shop/web', 'shop/api', '-f', '-n', '1', '--no-color');
		await until(() => linesOf(following.stdout()).length > 5, 'more lines');
		following.child.kill('SIGINT');
		const {code, stdout, stderr} = await following.ended;
		expect({code, stderr}).toEqual({code: 130, stderr: ''});
		expect(linesOf(stdout).every(line => /^(?:web|api) +[│┃] /.test(line))).toBe(true);
	});

	test.each(['-n all', '-n all -f'])('%s: who does not read is not waited for', async flags => {
		const program = dockmon();
		const args = [...program.args, 'logs', '--demo', 'shop', ...flags.split(' ')];
		const child = spawn(program.file, args, {stdio: ['ignore', 'pipe', 'ignore']});
		const ended = new Promise(resolve => child.on('exit', resolve));
		await until(() => child.stdout.readableLength > 0, 'the first lines');
		child.kill('SIGINT');
		expect(await ended).toBe(130);
	});

	test.each(['--tail many', '--level bad', '--nonsense'])('%s is wrong usage', async flags => {
		const {code, stdout, stderr} = await logs('--demo', ...flags.split(' '));
		expect({code, stdout}).toEqual({code: 2, stdout: ''});
		expect(stderr).toMatch(/^dockmon: \S/);
	});
});

const real = await findRealEngine();

describe.skipIf(typeof real === 'string')('of a real engine', () => {
	const engine = real as RealEngine;
	afterAll(() => engine.cleanup());

	test('all lines of several containers in the order of time, none lost', async () => {
		const script =
			'i=0; while [ $i -lt 200 ]; do echo "$0 $i"; echo "$0 err $i" >&2; i=$((i+1)); done';
		// One that had to be tried again has names of its own.
		const mark = randomUUID().slice(0, 8);
		const refs = await Promise.all(
			[1, 2, 3].map(number => engine.run(script, {name: `dockmon-logs-${number}-${mark}`})),
		);
		const names = refs.map(({id}) => id.slice(0, 12));
		await until(async () => {
			const {stdout} = await logs(...names, '-t');
			return linesOf(stdout).length === 1200;
		}, '1200 lines');
		const {stdout} = await logs(...names, '-t');
		// The engine stamps both streams of a container before it puts them in one order, so that a line may
		// stand behind a later one of its own container; it is as late as that then.
		const latest = new Map<string, string>();
		const stamped = /^(\S+) +[│┃] (\S+Z) /;
		const places = linesOf(stdout).map(line => {
			expect(line).toMatch(stamped);
			const [, name = '', stamp = ''] = stamped.exec(line) ?? [];
			const place = [latest.get(name) ?? '', stamp].toSorted().at(-1) ?? '';
			latest.set(name, place);
			return place;
		});
		expect(places).toEqual(places.toSorted());
	});

	test('-f goes on through a restart, says it, and loses nothing', async () => {
		const script =
			'i=0; while true; do i=$((i+1)); echo "line $i"; [ $i -ge 20 ] && exit 3; sleep 0.05; done';
		const ref = await engine.run(script);
		const following = start(ref.id.slice(0, 12), '-f', '-n', 'all');
		await until(() => following.stdout().includes('line 20'), 'the end of its first life');
		await engine.post(`/containers/${ref.id}/start`);
		await until(() => following.stdout().split('line 20').length > 2, 'its second life');
		following.child.kill('SIGTERM');
		const {code, stdout} = await following.ended;
		expect(code).toBe(143);
		const numbers = [...stdout.matchAll(/^line (\d+)$/gm)].map(([, number]) => Number(number));
		const once = Array.from({length: 20}, (_, index) => index + 1);
		expect(numbers).toEqual([...once, ...once]);
		expect(stdout).toMatch(/^── .*(?:started|exit 3).* ──$/m);
	});

	test('a log that cannot be read is told, and fails', async () => {
		const ref = await engine.run('echo secret', {logDriver: 'none'});
		const {code, stdout, stderr} = await logs(ref.id.slice(0, 12));
		expect({code, stdout}).toEqual({code: 1, stdout: ''});
		expect(stderr).toMatch(/^dockmon: \S+: .*does not support reading/);
	});
});
