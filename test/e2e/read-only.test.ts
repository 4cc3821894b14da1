import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterEach, expect, onTestFinished, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {dice} from '../helpers/dice.ts';
import {type ProxiedDemo, proxiedDemo} from '../helpers/engine-proxy.ts';
import {openPty, type Pty} from '../helpers/pty.ts';
import {until} from '../helpers/until.ts';

/** As long as somebody has patience: a minute, for a proof by hand. */
const soupSeconds = Number(process.env['DOCKMON_SOUP_SECONDS'] ?? 6);

let pty: Pty | undefined;

afterEach(async () => {
	await pty?.dispose();
	pty = undefined;
});

/** In a folder of its own: keys at random save logs too. */
const open = async ({socketPath}: ProxiedDemo, ...flags: readonly string[]): Promise<Pty> => {
	const folder = await mkdtemp(join(tmpdir(), 'dockmon-soup-'));
	onTestFinished(() => rm(folder, {recursive: true}));
	const {file, args} = dockmon('--host', `unix://${socketPath}`, '--no-cgroup', ...flags);
	const argv = ['-c', 'cd "$0" && exec "$@"', folder, file, ...args];
	const env = {XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder};
	pty = await openPty({...{file: 'sh', args: argv, env}, columns: 120, rows: 40});
	await pty.until(/api .*\d+\.\d .*\d+M/);
	return pty;
};

/** All that a keyboard has, without the ways out: `q`, `Ctrl+C`, `Ctrl+Z`; `y` is among it. */
const keys: readonly string[] = [
	...Array.from({length: 94}, (_, index) => String.fromCharCode(33 + index)).filter(
		key => key !== 'q',
	),
	...['\r', '\t', ' ', '\u001B', '\u007F', '\u0004', '\u0005', '\u0015', '\u0017'],
	...['[A', '[B', '[C', '[D', '[H', '[F', '[5~', '[6~', '[Z'].map(tail => `\u001B${tail}`),
];

/** Types at random for so long; how many keys it was. */
const soup = async (screen: Pty, seed: number, seconds: number): Promise<number> => {
	const roll = dice(seed);
	const end = performance.now() + seconds * 1000;
	let typed = 0;
	while (performance.now() < end) {
		for (let index = 0; index < 8; index++) screen.type(keys[roll(keys.length)] ?? '');
		typed += 8;
		// What asks is deaf for a while; then its answer may come.
		await sleep(roll(4) === 0 ? 350 : 20);
	}
	return typed;
};

test(
	'read-only, keys at random send nothing but GET and HEAD',
	async () => {
		const subject = await proxiedDemo();
		const screen = await open(subject, '--read-only');
		await screen.until('read-only');
		const typed = await soup(screen, 1, soupSeconds);
		console.log(
			`${typed} keys, ${[...subject.proxy.counts().values()].reduce((a, b) => a + b, 0)} requests`,
		);
		expect(typed).toBeGreaterThan(100);
		expect(subject.writes()).toEqual([]);
		// It is there, and hears: nothing of that was typed into the void.
		screen.type('\u001B\u001B\u001B\u001B');
		await sleep(300);
		screen.type('\u0003');
		expect((await screen.end()).code).toBe(0);
	},
	60_000 + soupSeconds * 1000,
);

test('without it, a restart that is answered with yes is sent', async () => {
	const subject = await proxiedDemo();
	const screen = await open(subject);
	screen.type('r');
	await screen.until('Restart ');
	await sleep(400);
	screen.type('y');
	await until(() => subject.writes().length > 0, 'a request that writes');
	expect(subject.writes()).toEqual(['POST /containers/{id}/restart']);
});

test('behind a proxy that forbids POST, dockmon works and says who forbids it', async () => {
	const subject = await proxiedDemo(name => name.startsWith('POST '));
	const screen = await open(subject);
	screen.type('r');
	await screen.until('Restart ');
	await sleep(400);
	screen.type('y');
	await screen.until(/restart \S+ failed: HTTP 403, a web page: 403 Forbidden/);
	screen.type('h');
	await screen.until('forbids this call: POST /containers/{id}/restart');
	screen.type('\u001B');
	await screen.until(/api .*\d+\.\d .*\d+M/);
});
