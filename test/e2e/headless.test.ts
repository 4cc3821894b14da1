import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, onTestFinished, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {until} from '../helpers/until.ts';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'dockmon-'));
});

afterEach(() => {
	rmSync(folder, {recursive: true, force: true});
});

interface Ended {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** A shell line in which `dockmon` is the built program, with temporary files in a folder of its own. */
const startShell = (line: string, env: Readonly<Record<string, string>> = {}) => {
	const {file, args} = dockmon();
	const script = `dockmon() { exec '${file}' '${args[0]}' "$@"; }\n${line}`;
	const child = spawn('/bin/bash', ['-c', script], {
		env: {...process.env, TMPDIR: folder, ...env},
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
	const ended = new Promise<Ended>(resolve =>
		child.on('close', code => resolve({code, stdout, stderr})),
	);
	return {child, ended};
};

const run = (line: string, env?: Readonly<Record<string, string>>): Promise<Ended> =>
	startShell(line, env).ended;

const leftFolders = (): readonly string[] =>
	readdirSync(folder).filter(name => name.startsWith('dockmon-demo-'));

test('what was compiled is kept once, and taken by the next start', async () => {
	const cache = mkdtempSync(path.join(tmpdir(), 'dockmon-cache-'));
	onTestFinished(() => rmSync(cache, {recursive: true}));
	const kept = () =>
		readdirSync(path.join(cache, 'dockmon')).map(name => ({
			kind: name.split('-')[0],
			file: statSync(path.join(cache, 'dockmon', name)).ino,
		}));
	const print = () => run('dockmon --demo --json > /dev/null', {XDG_CACHE_HOME: cache});
	expect(await print()).toMatchObject({code: 0, stderr: ''});
	const [first, ...more] = kept();
	expect(first?.kind).toBe('print');
	expect(more).toEqual([]);
	expect(await print()).toMatchObject({code: 0, stderr: ''});
	// Code that V8 had not taken would have been written anew.
	expect(kept()).toEqual([first]);
});

test('what a command that fails has compiled is not kept', async () => {
	const cache = mkdtempSync(path.join(tmpdir(), 'dockmon-cache-'));
	onTestFinished(() => rmSync(cache, {recursive: true}));
	const nowhere = {XDG_CACHE_HOME: cache, DOCKER_HOST: 'unix:///nonexistent/docker.sock'};
	expect(await run('dockmon --json', nowhere)).toMatchObject({code: 3, stdout: ''});
	expect(readdirSync(path.join(cache, 'dockmon'))).toEqual([]);
});

describe('output that cannot be written', () => {
	test.each(['--demo --once', '--demo --json', '--help'])(
		'a reader that has gone: %s',
		async flags => {
			const ended = await run(`dockmon ${flags} | true; echo "code \${PIPESTATUS[0]}"`);
			expect(ended).toEqual({code: 0, stdout: 'code 0\n', stderr: ''});
			expect(leftFolders()).toEqual([]);
		},
	);

	test.skipIf(!existsSync('/dev/full'))('a full disk is one line and a failure', async () => {
		const {code, stderr} = await run('dockmon --demo --once > /dev/full');
		expect(code).toBe(1);
		expect(stderr).toMatch(/^dockmon: cannot write the output: ENOSPC.*\n$/);
		expect(leftFolders()).toEqual([]);
	});
});

describe('a signal', () => {
	test.each([
		['SIGINT', 130],
		['SIGTERM', 143],
	] as const)('%s ends the demo engine and removes its socket', async (signal, code) => {
		const {child, ended} = startShell(
			`exec '${dockmon().file}' '${dockmon().args[0]}' --demo --once`,
		);
		await until(() => leftFolders().length > 0, 'the folder of the demo engine');
		child.kill(signal);
		expect(await ended).toEqual({code, stdout: '', stderr: ''});
		expect(leftFolders()).toEqual([]);
	});
});

describe('the demo where no real engine answers', () => {
	test.each([
		['ssh', {DOCKER_HOST: 'ssh://far'}, /ssh/],
		['an unknown context', {DOCKER_HOST: '', DOCKER_CONTEXT: 'nowhere'}, /nowhere/],
		['a socket that is not there', {DOCKER_HOST: 'unix:///nonexistent.sock'}, /nonexistent\.sock/],
	])('%s: says why', async (_name, env, reason) => {
		const {code, stdout, stderr} = await run('dockmon --or-demo --once', env);
		expect(stdout).toContain('shop');
		expect(stderr).toMatch(reason);
		expect(stderr.trimEnd().split('\n')).toHaveLength(1);
		expect(code).toBe(0);
	});
});

describe('an engine that cannot be had', () => {
	test.each([
		['-H nonsense://x', 2],
		['-c nowhere', 2],
		['-H ssh://far', 3],
		['-H unix:///nonexistent.sock', 3],
	])('%s ends with %d and says why', async (flags, code) => {
		const ended = await run(`dockmon --once ${flags}`);
		expect(ended).toMatchObject({code, stdout: ''});
		expect(ended.stderr).toMatch(/^dockmon: \S/);
	});
});

test('--no-all leaves out what has stopped, of JSON too', async () => {
	const states = async (flags: string): Promise<ReadonlySet<string>> => {
		const {stdout} = await run(`dockmon --demo --json ${flags}`);
		const {containers} = JSON.parse(stdout) as {containers: {state: string}[]};
		return new Set(containers.map(({state}) => state));
	};
	expect(await states('')).toContain('exited');
	expect(await states('--no-all')).not.toContain('exited');
});

test.each([
	['--ascii', {}],
	['', {LC_ALL: 'C'}],
])('a terminal without UTF-8 gets ASCII: %s %o', async (flags, env) => {
	const {stdout} = await run(`dockmon --demo --once ${flags}`, env);
	expect(stdout).toContain('NAME');
	expect(stdout).toMatch(/^[\n -~]*$/);
});
