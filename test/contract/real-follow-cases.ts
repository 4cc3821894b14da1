import {test as everyTest, expect, type TestFunction, type TestOptions} from 'vitest';
import {wait} from '../../source/engine/wait.ts';
import type {ContainerRef} from '../../source/model/ids.ts';
import type {LogSourceId} from '../../source/model/logs/log-source.ts';
import {logSourceOf} from '../../source/model/logs/log-source.ts';
import type {Clock} from '../../source/sync/clock.ts';
import {afterTest, beside} from '../helpers/after-test.ts';
import {cuttingProxy} from '../helpers/cutting-proxy.ts';
import type {RealEngine} from '../helpers/docker.ts';
import {LogReader} from '../helpers/log-reader.ts';
import {until} from '../helpers/until.ts';
import type {Exceptions} from './exceptions.ts';

const patienceMillis = 120_000;

/** Numbers its lines on both streams, several within a moment, over restarts, and ends where it is told. */
const numbers = `
	trap 'stop=1' TERM
	i=$(cat /number 2>/dev/null || echo 0)
	while [ -z "$stop" ]; do
		for line in 1 2 3 4 5; do i=$((i+1)); echo $i; echo $i >&2; done
		echo $i > /number
		sleep 0.05
	done
`;

/** Held back for five times as long, however busy the machine is. */
const slowClock = (): Clock => {
	const start = Date.now();
	return {
		now: () => start + (Date.now() - start) / 5,
		sleep: (millis, signal) => wait(millis * 5, signal),
	};
};

const upTo = (count: number): readonly string[] =>
	Array.from({length: count}, (_, index) => String(index + 1));

/** Logs that are followed by a whole session through what befalls engines and containers. */
export const realFollowCases = (real: RealEngine, exceptions: Exceptions = {}): void => {
	const test = (name: string, options: TestOptions, run: TestFunction): void => {
		const reason = exceptions[name];
		everyTest(name, options, reason === undefined ? run : ({skip}) => skip(reason));
	};

	const {transport} = real.endpoint;
	const enginePath = transport.kind === 'unix' ? transport.socketPath : '';

	const check = (title: string, run: () => Promise<void>) =>
		test(title, {timeout: patienceMillis}, context => beside(context, run));

	const start = async (...asked: Parameters<RealEngine['run']>): Promise<ContainerRef> => {
		const ref = await real.run(...asked);
		afterTest(() => real.remove(ref));
		return ref;
	};

	const sourceOf = async (reader: LogReader, name: string): Promise<LogSourceId> => {
		const container = await until(
			() => [...reader.user.state.containers.byKey.values()].find(each => each.name === name),
			name,
		);
		return logSourceOf(container);
	};

	const post = (id: string, what: string): Promise<unknown> =>
		real.post(`/containers/${id}/${what}`);

	/** From the first that was fetched on, which on a busy machine is not the first of all. */
	const isComplete = (reader: LogReader): void => {
		for (const stream of ['stdout', 'stderr'] as const) {
			const read = reader.of(stream);
			const first = Number(read[0]);
			expect(read.length).toBeGreaterThan(200);
			expect(read).toEqual(upTo(read.length).map(number => String(Number(number) + first - 1)));
		}
		expect(reader.of('stderr').at(-1)).toBe(reader.of('stdout').at(-1));
	};

	check('20 cuts: every number once on each stream', async () => {
		const name = `dockmon-cuts-${process.pid}`;
		const ref = await start(numbers, {name});
		const proxy = await cuttingProxy(enginePath);
		const reader = new LogReader(proxy.socketPath);
		reader.read({kind: 'source', source: await sourceOf(reader, name)});
		for (let cuts = 0; cuts < 20; ) {
			const before = reader.user.logs.size;
			await until(() => reader.user.logs.size > before + 20, 'more lines');
			// The one time its own stream, the other time all there is: the connection is lost then.
			cuts += proxy.cut(cuts % 4 === 3 ? /./ : new RegExp(`${ref.id}/logs`)) > 0 ? 1 : 0;
		}
		await post(ref.id, 'stop?t=5');
		await until(() => reader.notes.includes('stopped, exit 0'), 'its end');
		isComplete(reader);
		expect(reader.notes).toEqual(['stopped, exit 0']);
	});

	check('20 restarts: every number once, each restart told once', async () => {
		const name = `dockmon-restarts-${process.pid}`;
		const ref = await start(numbers, {name});
		const reader = new LogReader(enginePath);
		reader.read({kind: 'source', source: await sourceOf(reader, name)});
		for (let restart = 0; restart < 20; restart++) {
			const before = reader.user.logs.size;
			await until(() => reader.user.logs.size > before + 20, 'more lines');
			await post(ref.id, 'restart?t=5');
			await until(
				() => reader.notes.filter(note => /started/.test(note)).length === restart + 1,
				() => `restart ${restart + 1}, but ${reader.notes.join('; ')}`,
			);
		}
		await post(ref.id, 'stop?t=5');
		await until(() => reader.notes.at(-1) === 'stopped, exit 0', 'its end');
		isComplete(reader);
		// Where the machine is busy, a restart takes so long that both halves of it are told.
		const told = reader.notes.filter(note => note !== 'stopped, exit 0');
		expect(told.filter(note => !/^(?:restarted, exit 0|started)$/.test(note))).toEqual([]);
	});

	check('five replicas: none lost, each in its order, and merged by their stamps', async () => {
		const project = `dockmon-five-${process.pid}`;
		const replica = (number: number) =>
			start(
				'i=0; while [ $i -lt 300 ]; do i=$((i+1)); echo $i; sleep 0.01; done; exec sleep 1000',
				{
					labels: {
						'com.docker.compose.project': project,
						'com.docker.compose.service': 'api',
						'com.docker.compose.container-number': String(number),
					},
				},
			);
		await Promise.all([1, 2, 3, 4, 5].map(replica));
		const reader = new LogReader(enginePath, slowClock());
		reader.read({kind: 'service', project, service: 'api'});
		const {logs} = reader.user;
		await until(
			() => logs.size === 1500,
			() => `all lines, but ${logs.size}`,
			60_000,
		);
		const entries = Array.from({length: logs.size}, (_, index) => logs.at(index));
		const bySource = Map.groupBy(entries, entry => entry?.source);
		expect(bySource.size).toBe(5);
		for (const lines of bySource.values())
			expect(lines.map(entry => entry?.line.kind === 'line' && entry.line.text)).toEqual(upTo(300));
		const stamps = entries.map(entry => (entry?.line.kind === 'line' ? entry.line.stamp : ''));
		expect(stamps).toEqual(stamps.toSorted());
	});

	check('a long log opens with its end, and all before it can be loaded', async () => {
		const name = `dockmon-long-${process.pid}`;
		const ref = await start('seq 1 8000', {name});
		await until(async () => {
			const {State: state} = (await real.get(`/containers/${ref.id}/json`)) as {
				State: {Status: string};
			};
			return state.Status === 'exited';
		}, 'its end');
		const reader = new LogReader(enginePath);
		const {user, session} = reader;
		reader.read({kind: 'source', source: await sourceOf(reader, name)});
		await until(() => reader.of('stdout').at(-1) === '8000', 'the end of the log');
		const begin = 8001 - reader.of('stdout').length;
		expect(begin).toBeGreaterThan(1);
		for (let window = 0; window < 10 && user.state.logs.older !== 'none'; window++) {
			session.loadOlder();
			await until(() => user.state.logs.older !== 'loading', 'older lines');
		}
		expect(user.state.logs.older).toBe('none');
		expect(reader.of('stdout')).toEqual(upTo(8000));
	});

	check('a container that is made anew under its name is followed on', async () => {
		const name = `dockmon-anew-${process.pid}`;
		const ref = await start('echo first; exec sleep 1000', {name});
		const reader = new LogReader(enginePath);
		reader.read({kind: 'source', source: await sourceOf(reader, name)});
		await until(() => reader.of('stdout').includes('first'), 'the first');
		await real.remove(ref);
		await until(() => reader.user.state.logs.status.kind === 'gone', 'that it is gone');
		await start('echo second; exec sleep 1000', {name});
		await until(() => reader.of('stdout').includes('second'), 'the second');
		expect(reader.of('stdout')).toEqual(['first', 'second']);
		expect(reader.notes.at(-1)).toBe('recreated');
	});
};
