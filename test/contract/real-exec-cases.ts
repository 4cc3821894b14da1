import {setTimeout as sleep} from 'node:timers/promises';
import {expect, onTestFinished, test} from 'vitest';
import type {BareKind} from '../../scripts/lib/bare-images.ts';
import {bareImage} from '../../scripts/lib/bare-images.ts';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import type {ExecOptions, ExecSession} from '../../source/engine/engine.ts';
import type {ContainerRef} from '../../source/model/ids.ts';
import {localHost} from '../../source/model/ids.ts';
import {cuttingProxy} from '../helpers/cutting-proxy.ts';
import type {RealEngine} from '../helpers/docker.ts';
import {until} from '../helpers/until.ts';

const size = {columns: 80, rows: 24};
const stubborn = `trap '' HUP INT TERM QUIT; while :; do sleep 0.1; done`;

/** What only a real engine has: processes that do not want to end, and images without the usual tools. */
export const realExecCases = (real: RealEngine): void => {
	const {signal} = new AbortController();

	/** Opens it, waits until it is up, closes it; nothing new may be left in the container. */
	const closes = async (ref: ContainerRef, options: Omit<ExecOptions, 'columns' | 'rows'>) => {
		const engine = createDockerEngine(real.endpoint, localHost);
		try {
			await engine.connect(signal);
			const before = (await real.processes(ref)).length;
			const session: ExecSession = await engine.exec(ref, {...options, ...size}, signal);
			await until(async () => (await real.processes(ref)).length > before, 'its process');
			await session.close();
			await until(async () => (await real.processes(ref)).length <= before, 'its end');
		} finally {
			engine.dispose();
			await real.cleanup();
		}
	};

	test.each([
		['ignores every signal it can', ['sh', '-c', stubborn]],
		['has a child that does', ['sh', '-c', `sh -c "${stubborn}"; true`]],
		['has a job in the background', ['sh', '-c', 'sleep 987 & sleep 988']],
		['has a child in a session of its own', ['sh', '-c', 'setsid sleep 987 & sleep 988']],
		['has a clean environment', ['sh', '-c', 'env -i sleep 987; true']],
		['stands still', ['sh', '-c', 'kill -STOP $$']],
	])('closing ends a program that %s', async (_what, argv) => {
		await closes(await real.run('sleep 600'), {argv});
	});

	test('closing ends a program of another user', async () => {
		await closes(await real.run('sleep 600'), {argv: ['sh', '-c', stubborn], user: '65534'});
	});

	test.each([
		['bash', ['bash']],
		['busybox', ['busybox', 'sh']],
	] as ReadonlyArray<readonly [BareKind, readonly string[]]>)(
		'closing ends a shell where there is nothing but %s',
		async (kind, argv) => {
			const {name, command} = await bareImage(kind);
			const ref = await real.run('', {image: name, command, tty: true});
			await closes(ref, {argv: [...argv, '-c', stubborn.replace('sleep 0.1', ':')]});
		},
	);

	/** A session through a proxy that can part it without a word, on a container that holds nothing else. */
	const watched = async (argv: readonly string[], user?: string) => {
		const {transport} = real.endpoint;
		if (transport.kind !== 'unix') throw new Error('a socket is needed');
		const proxy = await cuttingProxy(transport.socketPath);
		const endpoint = {...real.endpoint, transport: {...transport, socketPath: proxy.socketPath}};
		const engine = createDockerEngine(endpoint, localHost);
		onTestFinished(async () => {
			engine.dispose();
			await real.cleanup();
		});
		await engine.connect(signal);
		const ref = await real.run('sleep 600');
		const running = async () => await real.processes(ref);
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

	test.each([
		['in the foreground', 'sleep 987', undefined],
		['that ignores every signal it can', stubborn, undefined],
		['of another user', stubborn, '65534'],
		['that no longer bears the mark', `read x; exec env -i sh -c "sleep 987; true"`, undefined],
	])('a connection that is gone ends a program %s', async (_what, script, user) => {
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

	test('a user that the image does not have is told', async () => {
		const engine = createDockerEngine(real.endpoint, localHost);
		try {
			await engine.connect(signal);
			const ref = await real.run('sleep 600');
			let said = '';
			try {
				const session = await engine.exec(
					ref,
					{argv: ['sh'], user: 'nobody-here', ...size},
					signal,
				);
				for await (const bytes of session.output) said += Buffer.from(bytes).toString();
			} catch (error) {
				said = String(error);
			}
			expect(said).toMatch(/unable to find user|no such user|no matching entries/i);
		} finally {
			engine.dispose();
			await real.cleanup();
		}
	});
};
