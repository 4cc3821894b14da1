/**
 * `node scripts/shells.ts [--rounds 200]`: opens a shell in a real container so many times. Every tenth
 * time dockmon is dropped instead of the shell being left, in each of the ways there are; then nothing of
 * the shell may be left in the container after three seconds. Ends with 1 where something was.
 */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {bareImage} from './lib/bare-images.ts';
import {output, removeAll} from './lib/docker-cli.ts';
import {interruptible} from './lib/interruptible.ts';
import {type Drop, drops, ShellRounds} from './lib/shell-rounds.ts';

const {values: flags} = parseArgs({options: {rounds: {type: 'string', default: '200'}}});
const purpose = 'shells';
const folder = mkdtempSync(path.join(tmpdir(), 'dockmon-shells-'));

const start = async (
	name: string,
	image: string,
	command: readonly string[],
	prompt?: RegExp,
): Promise<ShellRounds> => {
	await output('docker', [
		...['run', '--detach', '--network=none', `--label=dockmon.test=${purpose}`],
		...['--tty', '--interactive', `--name=${name}`, image, ...command],
	]);
	return new ShellRounds(name, path.join(folder, name), prompt);
};

let failures = 0;
const slowest = {millis: 0, name: ''};

const dropOnce = async (rounds: ShellRounds, drop: Drop, where: string): Promise<void> => {
	const {goneAfterMillis, left} = await rounds.drop(drop);
	const name = `${drop.name}, ${where}`;
	if (goneAfterMillis === undefined) failures++;
	else if (goneAfterMillis > slowest.millis)
		Object.assign(slowest, {name, millis: goneAfterMillis});
	const said =
		goneAfterMillis === undefined
			? `LEFT BEHIND: ${left.join(' | ')}`
			: `gone after ${Math.round(goneAfterMillis)} ms`;
	console.log(`${name.padEnd(60)} ${said}`);
};

let all: readonly ShellRounds[] = [];
await interruptible(
	async interrupted => {
		await removeAll(purpose);
		const full = await start('dmsh-deb', 'debian:local', ['sleep', '36000']);
		const bash = await bareImage('bash');
		const busybox = await bareImage('busybox');
		const bare = [
			['bash only', await start('dmsh-bash', bash.name, bash.command)],
			['busybox only', await start('dmsh-busy', busybox.name, busybox.command)],
		] as const;
		all = [full, ...bare.map(([, rounds]) => rounds)];
		const count = Number(flags.rounds);
		let dropped = 0;
		for (let round = 1; round <= count; round++) {
			interrupted.throwIfAborted();
			if (round % 10 !== 0) await full.leave(round % 256);
			else {
				const drop = drops[dropped++ % drops.length];
				if (drop !== undefined) await dropOnce(full, drop, 'debian');
			}
			if (round % 10 === 5) console.error(`${round} of ${count}`);
		}
		for (const [where, rounds] of bare) {
			for (const drop of drops.filter(({typed}) => typed === '' || typed === undefined)) {
				interrupted.throwIfAborted();
				await dropOnce(rounds, drop, where);
			}
		}
		console.log(
			`${count} rounds, ${dropped} of them dropped, and 6 in bare images: ${failures} left`,
		);
		console.log(`slowest: ${Math.round(slowest.millis)} ms, ${slowest.name}`);
		if (failures > 0) process.exitCode = 1;
	},
	async () => {
		for (const rounds of all) await rounds.close();
		await removeAll(purpose);
		rmSync(folder, {recursive: true, force: true});
	},
);
