import {expect, test} from 'vitest';
import {bareImage} from '../../scripts/lib/bare-images.ts';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import type {Engine, ExecSession} from '../../source/engine/engine.ts';
import {debugLabel} from '../../source/model/debug-container.ts';
import type {ContainerRef} from '../../source/model/ids.ts';
import {localHost} from '../../source/model/ids.ts';
import type {RealEngine} from '../helpers/docker.ts';
import {until} from '../helpers/until.ts';

const image = 'busybox:local';

/** A container to look into another one with, on a real engine: one without any shell. */
export const realDebugCases = (real: RealEngine): void => {
	const {signal} = new AbortController();

	const withBare = async (run: (engine: Engine, ref: ContainerRef) => Promise<void>) => {
		const engine = createDockerEngine(real.endpoint, localHost);
		try {
			await engine.connect(signal);
			const {name, command} = await bareImage('sleep');
			await run(engine, await real.run('', {image: name, command}));
		} finally {
			engine.dispose();
			await real.cleanup();
		}
	};

	const open = async (engine: Engine, ref: ContainerRef, argv: readonly string[] = ['sh']) => {
		const options = {image, argv, columns: 100, rows: 30};
		const session: ExecSession = await engine.debug(ref, options, signal);
		let text = '';
		const ended = (async () => {
			for await (const bytes of session.output) text += Buffer.from(bytes).toString();
		})();
		return {session, ended, text: () => text};
	};

	const debugContainers = async ({id}: ContainerRef): Promise<number> => {
		const filters = encodeURIComponent(JSON.stringify({label: [`${debugLabel}=${id}`]}));
		return ((await real.get(`/containers/json?all=1&filters=${filters}`)) as unknown[]).length;
	};

	test('it sees the processes and the files of the other one, and is removed by close', () =>
		withBare(async (engine, ref) => {
			const {session, text, ended} = await open(engine, ref);
			session.write(Buffer.from('cat /proc/1/cmdline; ls /proc/1/root; stty size\n'));
			await until(
				() => text().includes('/sleep') && text().includes('30 100'),
				() => text(),
			);
			expect(text()).toMatch(/\bsleep\b/);
			expect(await debugContainers(ref)).toBe(1);
			await session.close();
			await ended;
			expect(await debugContainers(ref)).toBe(0);
		}));

	test('it is removed with the end of its shell', () =>
		withBare(async (engine, ref) => {
			const {session, ended} = await open(engine, ref);
			session.write(Buffer.from('exit\n'));
			await ended;
			await until(async () => (await debugContainers(ref)) === 0, 'its removal');
			await session.close();
		}));

	test('it is removed where its program cannot be started', () =>
		withBare(async (engine, ref) => {
			await expect(open(engine, ref, ['no-such-program'])).rejects.toThrow(/not found|no such/i);
			expect(await debugContainers(ref)).toBe(0);
		}));

	test('an image that is not there is not found', () =>
		withBare(async (engine, ref) => {
			const options = {image: 'no-such-image:x', argv: ['sh'], columns: 80, rows: 24};
			await expect(engine.debug(ref, options, signal)).rejects.toMatchObject({kind: 'not-found'});
		}));

	test('images are listed by their names', () =>
		withBare(async engine => {
			const names = (await engine.imageNames(signal)).map(({name}) => name);
			expect(names).toContain(image);
		}));
};
