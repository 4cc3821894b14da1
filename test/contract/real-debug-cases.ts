import {expect} from 'vitest';
import {bareImage} from '../../scripts/lib/bare-images.ts';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import type {Engine, ExecSession} from '../../source/engine/engine.ts';
import {debugLabel} from '../../source/model/debug-container.ts';
import type {ContainerRef} from '../../source/model/ids.ts';
import {localHost} from '../../source/model/ids.ts';
import {afterTest} from '../helpers/after-test.ts';
import {cuttingProxy} from '../helpers/cutting-proxy.ts';
import type {RealEngine} from '../helpers/docker.ts';
import {until} from '../helpers/until.ts';
import {type Exceptions, testUnless} from './exceptions.ts';

const image = 'busybox:local';

interface DebugSubject {
	/** The adapter, where it is not the ordinary one. */
	readonly open?: () => Promise<Engine>;
	readonly exceptions?: Exceptions;
}

/** A container to look into another one with, on a real engine: one without any shell. */
export const realDebugCases = (
	real: RealEngine,
	{
		open: openEngine = async () => createDockerEngine(real.endpoint, localHost),
		exceptions = {},
	}: DebugSubject = {},
): void => {
	const {signal} = new AbortController();
	const test = testUnless(exceptions);

	const withBare = async (run: (engine: Engine, ref: ContainerRef) => Promise<void>) => {
		const engine = await openEngine();
		try {
			await engine.connect(signal);
			const {name, command} = await bareImage('sleep', real.endpoint.url);
			const ref = await real.run('', {image: name, command});
			afterTest(() => real.remove(ref));
			await run(engine, ref);
		} finally {
			engine.dispose();
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

	test('it is removed where the answer to its creation is lost', () =>
		withBare(async (_engine, ref) => {
			const {transport} = real.endpoint;
			const proxy = await cuttingProxy(transport.kind === 'unix' ? transport.socketPath : '');
			const endpoint = {
				...real.endpoint,
				transport: {kind: 'unix', socketPath: proxy.socketPath} as const,
			};
			const behind = createDockerEngine(endpoint, localHost);
			await behind.connect(signal);
			proxy.swallow(/^POST \S*\/containers\/create\b/);
			await expect(open(behind, ref)).rejects.toMatchObject({kind: 'unreachable'});
			expect(await debugContainers(ref)).toBe(0);
			behind.dispose();
		}));

	test('an image that is not there is not found', () =>
		withBare(async (engine, ref) => {
			const options = {image: 'no-such-image:x', argv: ['sh'], columns: 80, rows: 24};
			await expect(engine.debug(ref, options, signal)).rejects.toMatchObject({kind: 'not-found'});
		}));

	test('images are listed by their names', () =>
		withBare(async engine => {
			const names = (await engine.imageNames(signal)).map(({name}) => name);
			// Podman names the registry too.
			expect(names.map(name => name.split('/').at(-1))).toContain(image);
		}));
};
