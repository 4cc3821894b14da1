import {expect, test} from 'vitest';
import type {BareKind} from '../../scripts/lib/bare-images.ts';
import {bareImage} from '../../scripts/lib/bare-images.ts';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import type {ExecOptions, ExecSession} from '../../source/engine/engine.ts';
import type {ContainerRef} from '../../source/model/ids.ts';
import {localHost} from '../../source/model/ids.ts';
import type {RealEngine} from '../helpers/docker.ts';
import {until} from '../helpers/until.ts';
import {stubborn} from './real-watch-cases.ts';

const size = {columns: 80, rows: 24};

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
			await real.remove(ref);
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

	test('a user that the image does not have is told', async () => {
		const engine = createDockerEngine(real.endpoint, localHost);
		const ref = await real.run('sleep 600');
		try {
			await engine.connect(signal);
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
			await real.remove(ref);
		}
	});
};
