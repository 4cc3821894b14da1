import {afterEach, describe, expect, test} from 'vitest';
import {PrivateEngine, whyNoPrivateEngine} from '../../scripts/lib/private-engine.ts';
import type {LogLine} from '../../source/model/log-line.ts';
import {logSourceOf} from '../../source/model/logs/log-source.ts';
import {LogReader} from '../helpers/log-reader.ts';
import {until} from '../helpers/until.ts';

const reason = await whyNoPrivateEngine();
if (reason !== undefined) {
	if (process.env['DOCKMON_REQUIRE_ENGINE'] === '1') throw new Error(reason);
	console.log(`logs over restarts of an engine left out: ${reason}`);
}

const patienceMillis = 240_000;
const startMillis = 60_000;

/** Goes on with its numbers where it is started again. */
const numbers = `
	i=$(cat /number 2>/dev/null || echo 0)
	while :; do i=$((i+1)); echo $i > /number; echo $i; echo $i >&2; sleep 0.05; done
`;

const written = (lines: readonly LogLine[]): readonly string[] =>
	lines.flatMap(line => (line.kind === 'line' ? `${line.stamp} ${line.stream} ${line.text}` : []));

describe.skipIf(reason !== undefined)('a log over restarts of its engine', () => {
	let engine: PrivateEngine | undefined;
	afterEach(() => engine?.dispose());

	test.each([
		['containers end with it', []],
		['containers live on', ['--live-restore']],
	])('has all that the engine kept, once: %s', {timeout: patienceMillis}, async (_what, flags) => {
		engine = await PrivateEngine.create(...flags);
		await engine.run('numbers', numbers);
		const reader = new LogReader(engine.socketPath);
		const {user} = reader;
		const container = await until(
			() => [...user.state.containers.byKey.values()].find(({name}) => name === 'numbers'),
			'the container',
		);
		reader.read({kind: 'source', source: logSourceOf(container)});
		const goesOn = async (): Promise<void> => {
			const {length} = written(reader.lines);
			await until(
				() => written(reader.lines).length > length + 40,
				() => `more than ${length} lines; ${JSON.stringify(user.state.logs.status)}`,
				startMillis,
			);
		};
		for (const signal of ['SIGTERM', 'SIGKILL', 'SIGTERM'] as const) {
			await goesOn();
			await engine.end(signal);
			engine.start();
			await engine.answers();
		}
		await goesOn();
		await engine.docker('update', '--restart=no', 'numbers');
		await engine.docker('stop', '--time=0', 'numbers');
		await until(() => reader.notes.at(-1)?.startsWith('stopped'), 'its end', startMillis);
		const truth: LogLine[] = [];
		const options = {follow: false, tail: 100_000, tty: false};
		const {signal} = new AbortController();
		for await (const batch of await reader.engine.logs(container.ref, options, signal))
			truth.push(...batch);
		expect(truth.length).toBeGreaterThan(160);
		expect(written(reader.lines)).toEqual(written(truth));
		const restarts = reader.notes.filter(note => /started/.test(note));
		expect(restarts).toHaveLength(flags.length === 0 ? 3 : 0);
	});
});
