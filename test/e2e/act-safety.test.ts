import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {expect, onTestFinished, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {dice} from '../helpers/dice.ts';
import {proxiedDemo} from '../helpers/engine-proxy.ts';
import {openPty} from '../helpers/pty.ts';

/** 100,000 for a proof by hand. */
const soupKeys = Number(process.env['DOCKMON_SOUP_KEYS'] ?? 3000);

/** All that a keyboard has, without what answers yes, what opens a shell, and the ways out. */
const keys: readonly string[] = [
	...Array.from({length: 94}, (_, index) => String.fromCharCode(33 + index)).filter(
		key => !'yqeE'.includes(key),
	),
	...['\r', '\t', ' ', '\u001B', '\u007F', '\u0004', '\u0010', '\u0015', '\u0017', '\u0019'],
	...['[A', '[B', '[C', '[D', '[H', '[F', '[5~', '[6~', '[Z'].map(tail => `\u001B${tail}`),
];

/** What is done with the menus open is more of the soup than chance would make it. */
const seasoned = [...keys, ...'xxxxrrsspp', ...['\r', '\r', '\u001B', '\u001B', '\u001B']];

test(
	`${soupKeys} keys at random without a yes change nothing on the engine`,
	async () => {
		const subject = await proxiedDemo();
		const folder = await mkdtemp(join(tmpdir(), 'dockmon-soup-'));
		onTestFinished(() => rm(folder, {recursive: true}));
		const {file, args} = dockmon('--host', `unix://${subject.socketPath}`, '--no-cgroup');
		const screen = await openPty({
			...{file: 'sh', args: ['-c', 'cd "$0" && exec "$@"', folder, file, ...args]},
			...{env: {XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder}, columns: 120, rows: 40},
		});
		onTestFinished(() => screen.dispose());
		await screen.until(/api .*\d+\.\d .*\d+M/);
		const roll = dice(5);
		let asked = 0;
		for (let typed = 0; typed < soupKeys; typed += 20) {
			screen.type(Array.from({length: 20}, () => seasoned[roll(seasoned.length)] ?? '').join(''));
			await sleep(roll(10) === 0 ? 320 : 15);
			if (/default: No|cannot be undone/.test(screen.screen().join('\n'))) asked++;
		}
		// It was asked again and again, and took none of that for an answer.
		expect(asked).toBeGreaterThan(2);
		expect(subject.writes().filter(write => !/\/exec\b/.test(write))).toEqual([]);
		screen.type('\u001B\u001B\u001B\u001B');
		await sleep(300);
		screen.type('\u0003');
		expect((await screen.end()).code).toBe(0);
	},
	60_000 + soupKeys * 5,
);
