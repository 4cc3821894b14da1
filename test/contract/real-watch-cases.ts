import {setTimeout as sleep} from 'node:timers/promises';
import {expect} from 'vitest';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import {localHost} from '../../source/model/ids.ts';
import {afterTest} from '../helpers/after-test.ts';
import {cuttingProxy} from '../helpers/cutting-proxy.ts';
import type {RealEngine} from '../helpers/docker.ts';
import {until} from '../helpers/until.ts';
import {type Exceptions, testUnless} from './exceptions.ts';

const size = {columns: 80, rows: 24};
/** A script that hears no signal. */
export const stubborn = `trap '' HUP INT TERM QUIT; while :; do sleep 0.1; done`;

/** What ends a session in the container when dockmon cannot any more: its connections are cut as kill -9 does. */
export const realWatchCases = (real: RealEngine, exceptions: Exceptions = {}): void => {
	const test = testUnless(exceptions);
	const {signal} = new AbortController();

	/** A session through a proxy that can part it without a word, on a container that holds nothing else. */
	const watched = async (argv: readonly string[], user?: string) => {
		const {transport} = real.endpoint;
		if (transport.kind !== 'unix') throw new Error('a socket is needed');
		const proxy = await cuttingProxy(transport.socketPath);
		const endpoint = {...real.endpoint, transport: {...transport, socketPath: proxy.socketPath}};
		const engine = createDockerEngine(endpoint, localHost);
		afterTest(() => engine.dispose());
		await engine.connect(signal);
		const ref = await real.run('sleep 600');
		afterTest(() => real.remove(ref));
		// Podman lists also what has ended and that the first process of the container never waits for.
		const running = async () =>
			(await real.processes(ref)).filter(line => !/\[[^\]]+\]$/.test(line));
		const before = (await running()).length;
		const session = await engine.exec(
			ref,
			{argv, ...size, ...(user === undefined ? {} : {user})},
			signal,
		);
		const isWatched = async () => (await running()).some(line => line.includes('dockmon-watch'));
		// There are two of it as long as it has not found the session.
		const isUp = async () =>
			(await running()).filter(line => line.includes('dockmon-watch')).length === 1;
		await until(isUp, 'what watches it');
		await sleep(500);
		await until(isUp, 'that it has found the session');
		// The numbers go to dockmon and back.
		await sleep(500);
		const isGone = async () => (await running()).length <= before;
		return {session, proxy, isGone, isWatched};
	};

	for (const [what, script, user] of [
		['in the foreground', 'sleep 987', undefined],
		['that ignores every signal it can', stubborn, undefined],
		['of another user', stubborn, '65534'],
		['that no longer bears the mark', `read x; exec env -i sh -c "sleep 987; true"`, undefined],
	] as const)
		test(`a connection that is gone ends a program ${what}`, async () => {
			const {session, proxy, isGone} = await watched(['sh', '-c', script], user);
			session.write(Buffer.from('\n'));
			await sleep(300);
			expect(proxy.cut(/^POST \S+\/exec\/\w+\/start/)).toBe(2);
			await until(isGone, 'the end of all of it');
		});

	test('leaving a session of root resolves at once, and it ends without dockmon', async () => {
		const {session, isGone} = await watched(['sh', '-c', stubborn], 'root');
		const leftAt = performance.now();
		await session.leave?.();
		expect(performance.now() - leftAt).toBeLessThan(100);
		await until(isGone, 'the end of all of it');
	});

	test('what watches a session ends with it, and leaves its jobs alone', async () => {
		const {session, isWatched, isGone} = await watched([
			...['sh', '-c'],
			'trap "" HUP; sleep 987 & read x',
		]);
		session.write(Buffer.from('\n'));
		for await (const _bytes of session.output);
		expect(await session.exitCode()).toBe(0);
		await until(async () => !(await isWatched()), 'its end');
		await sleep(600);
		expect(await isGone()).toBe(false);
	});
};
