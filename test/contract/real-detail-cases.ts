import {expect, test} from 'vitest';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import type {Engine} from '../../source/engine/engine.ts';
import {localHost} from '../../source/model/ids.ts';
import type {RealEngine} from '../helpers/docker.ts';
import {until} from '../helpers/until.ts';
import {type Exceptions, testUnless} from './exceptions.ts';

/** What only a real engine has: files that really change, processes with real parents. */
export const realDetailCases = (real: RealEngine, exceptions: Exceptions = {}): void => {
	const caseOf = testUnless(exceptions);
	const {signal} = new AbortController();

	const withEngine = async (run: (engine: Engine) => Promise<void>): Promise<void> => {
		const engine = createDockerEngine(real.endpoint, localHost);
		try {
			await engine.connect(signal);
			await run(engine);
		} finally {
			engine.dispose();
			await real.cleanup();
		}
	};

	caseOf('files that were added, modified and deleted', () =>
		withEngine(async engine => {
			const script =
				'mkdir -p /a/b; echo x > "/a/b/c d"; rm /bin/vi; touch /etc/passwd; exec sleep 3600';
			const ref = await real.run(script);
			await until(async () => (await engine.changes(ref, signal)).total >= 6, 'the changes');
			const {changes} = await engine.changes(ref, signal);
			const told = changes.map(({kind, path}) => `${kind} ${path}`);
			expect(told).toEqual(
				expect.arrayContaining([
					...['added /a', 'added /a/b', 'added /a/b/c d'],
					...['modified /bin', 'deleted /bin/vi', 'modified /etc', 'modified /etc/passwd'],
				]),
			);
		}),
	);

	caseOf('a child with its parent, and its words with blanks', () =>
		withEngine(async engine => {
			const ref = await real.run('sleep 1234 & exec sleep 3600');
			const find = async (command: string) =>
				(await engine.processes(ref, signal)).processes.find(each => each.command === command);
			await until(async () => (await find('sleep 3600')) !== undefined, 'both processes');
			const [parent, child] = [await find('sleep 3600'), await find('sleep 1234')];
			expect(child?.parentPid).toBe(parent?.pid);
			expect(child?.user).toBe('root');
		}),
	);

	test('CPU time of a loop grows', () =>
		withEngine(async engine => {
			const ref = await real.run('while :; do :; done');
			const cpuMillis = async () =>
				(await engine.processes(ref, signal)).processes.at(0)?.cpuMillis ?? 0;
			await until(async () => (await cpuMillis()) >= 1000, 'a second of CPU time');
		}));

	caseOf('on this machine CPU time is exact', () =>
		withEngine(async engine => {
			const ref = await real.run('while :; do :; done', {nanoCpus: 200_000_000});
			const {cpuStepMillis} = await engine.processes(ref, signal);
			expect(cpuStepMillis).toBe(10);
		}),
	);
};
