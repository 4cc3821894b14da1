import {describe, expect, test} from 'vitest';
import {EngineError} from '../../../source/model/engine-error.ts';
import type {LogLine} from '../../../source/model/log-line.ts';
import {aContainer, aLine, ofProject, startMillis} from '../../helpers/builders.ts';
import {Watcher} from '../../helpers/watcher.ts';

/** A log that was written before: a line each so many milliseconds, the last one at the start. */
const written = (name: string, count: number, stepMillis: number): readonly LogLine[] =>
	Array.from({length: count}, (_, index) => {
		const number = count - 1 - index;
		return aLine(`${name} ${number}`, startMillis - number * stepMillis);
	});

/** An engine that has these logs, and someone who looks at one of them, or at all of a project. */
const look = async (logs: Readonly<Record<string, readonly LogLine[]>>): Promise<Watcher> => {
	const names = Object.keys(logs);
	const isMany = names.length > 1;
	const containers = names.map(name => (isMany ? ofProject('shop', name) : aContainer(name)));
	const watcher = await Watcher.begin(containers, engine => {
		for (const [index, {name}] of containers.entries())
			engine.written.set(name, logs[names[index] ?? ''] ?? []);
	});
	if (isMany) watcher.user.press('g');
	await watcher.pass(1000);
	return watcher;
};

const shown = ({user: {logs}}: Watcher): readonly string[] =>
	Array.from({length: logs.size}, (_, index) => logs.at(index)?.line).map(line =>
		line?.kind === 'line' ? line.text : `-- ${line?.reason} --`,
	);

const older = (watcher: Watcher) => watcher.user.state.logs.older;

const load = async (watcher: Watcher): Promise<void> => {
	watcher.session.loadOlder();
	expect(older(watcher)).toBe('loading');
	await watcher.pass();
};

describe('older lines', () => {
	test('come before the first, a window at a time, until there are none', async () => {
		const all = written('api', 3200, 10);
		const watcher = await look({api: all});
		expect(shown(watcher)).toHaveLength(500);
		for (const size of [1500, 2500, 3200]) {
			await load(watcher);
			expect(shown(watcher)).toHaveLength(size);
		}
		expect(older(watcher)).toBe('none');
		expect(shown(watcher)).toEqual(all.map(line => line.kind === 'line' && line.text));
	});

	test('of the instant at which what is shown begins are neither lost nor doubled', async () => {
		const all = Array.from({length: 1300}, (_, index) => aLine(`same ${index % 3}`, startMillis));
		const watcher = await look({api: all});
		await load(watcher);
		expect(shown(watcher)).toHaveLength(1300);
		expect(older(watcher)).toBe('none');
	});

	test('are looked for again behind what was written meanwhile', async () => {
		const before = written('api', 2000, 10);
		const watcher = await look({api: before});
		const more = Array.from({length: 9000}, (_, index) => aLine('later', startMillis + 1 + index));
		watcher.engine.written.set('api', [...before, ...more]);
		await load(watcher);
		expect(shown(watcher).slice(0, 1500)).toEqual(
			before.slice(500).map(line => line.kind === 'line' && line.text),
		);
	});

	test('of several are in the order of their time stamps', async () => {
		const logs = {api: written('api', 4000, 7), db: written('db', 3000, 31)};
		const watcher = await look(logs);
		for (let round = 0; older(watcher) !== 'none' && round < 20; round++) await load(watcher);
		const lines = Array.from({length: watcher.user.logs.size}, (_, index) =>
			watcher.user.logs.at(index),
		);
		expect(lines).toHaveLength(7000);
		const times = lines.map(entry => entry?.line.atMillis ?? 0);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
	});

	const timesOf = ({user: {logs}}: Watcher): readonly number[] =>
		Array.from({length: logs.size}, (_, index) => logs.at(index)?.line.atMillis ?? 0);

	test('of a busy source stand behind what a quiet one said days ago', async () => {
		const quiet = written('db', 3, 86_400_000).slice(0, 2);
		const watcher = await look({api: written('api', 5000, 7), db: quiet});
		expect(shown(watcher)).toHaveLength(502);
		const second = watcher.user.logs.at(1);
		expect(second?.line).toMatchObject({text: 'db 1'});
		watcher.user.dispatch({type: 'logs/marked', seq: second?.seq ?? 0});
		watcher.user.dispatch({type: 'logs/held', held: {seq: second?.seq ?? 0, row: 0}});
		await load(watcher);
		expect(shown(watcher)).toHaveLength(1502);
		expect(shown(watcher).slice(0, 3)).toEqual(['db 2', 'db 1', 'api 1499']);
		const times = timesOf(watcher);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
		const {marks, held} = watcher.user.state.logs;
		expect([...marks]).toEqual([watcher.user.logs.at(1)?.seq]);
		expect(held).toMatchObject({seq: watcher.user.logs.at(1)?.seq, row: 0});
	});

	test('are shown no further back than to where one that cannot be read now is known', async () => {
		const watcher = await look({api: written('api', 3000, 10), db: written('db', 3000, 10)});
		watcher.engine.trouble('logs shop-db-1', new EngineError('unreachable', 'refused'));
		await load(watcher);
		const count = shown(watcher).length;
		expect(count).toBeLessThanOrEqual(1001);
		expect(watcher.user.state.logs).not.toHaveProperty('older');
		watcher.engine.trouble('logs shop-db-1', undefined);
		await load(watcher);
		expect(shown(watcher)).toHaveLength(3000);
		const times = timesOf(watcher);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
	});

	test('that nobody can read are not said to be none', async () => {
		const watcher = await look({api: written('api', 600, 10), db: written('db', 600, 10)});
		watcher.engine.trouble('logs shop-db-1', new EngineError('unsupported', 'log driver none'));
		await load(watcher);
		expect(older(watcher)).toBe('unreadable');
	});

	test('are not asked for of a log that is not open yet', async () => {
		const containers = ['api', 'db'].map(name => ofProject('shop', name));
		const watcher = await Watcher.begin(containers, engine => {
			engine.written.set('shop-api-1', written('api', 3000, 10));
			engine.trouble('logs shop-db-1', 'hang');
		});
		watcher.user.press('g');
		await watcher.pass(3000);
		const before = watcher.engine.count('logs shop-db-1');
		watcher.session.loadOlder();
		await watcher.pass(100);
		expect(watcher.engine.count('logs shop-db-1')).toBe(before);
		expect(shown(watcher).length).toBeGreaterThan(500);
	});

	test('are not looked for before the time from which the log is shown', async () => {
		const watcher = await look({api: written('api', 3000, 1000)});
		watcher.user.dispatch({type: 'logs/reached-back', backMillis: 60_000});
		await watcher.pass(1000);
		const count = shown(watcher).length;
		expect(count).toBeGreaterThan(55);
		expect(count).toBeLessThan(61);
		await load(watcher);
		expect(shown(watcher)).toHaveLength(count);
		expect(older(watcher)).toBe('window');
	});

	test('are there again once lines were dropped', async () => {
		const watcher = await look({api: written('api', 3, 1)});
		await load(watcher);
		expect(older(watcher)).toBe('none');
		const {logs, store} = watcher.user;
		watcher.engine.logRequests[0]?.stream.push(
			Array.from({length: 40_000}, (_, index) => aLine('x', startMillis + 5 + index)),
		);
		await watcher.pass();
		expect(logs.at(0)?.line).toMatchObject({text: 'x'});
		expect(store.getState().logs).not.toHaveProperty('older');
	});
});

describe('how far back a log is shown', () => {
	test('is told to the engine by its own clock', async () => {
		const watcher = await look({api: written('api', 10, 1000)});
		watcher.user.dispatch({type: 'logs/reached-back', backMillis: 5000});
		await watcher.pass(100);
		const {options} = watcher.engine.logRequests.at(-1) ?? {};
		const {sinceMillis = 0} = watcher.user.state.logs;
		expect(options).toMatchObject({since: new Date(sinceMillis).toISOString(), tail: 10_000});
		expect(startMillis - sinceMillis).toBeLessThan(5000);
		expect(shown(watcher).at(-1)).toBe('api 0');
	});

	test('may be all of it', async () => {
		const watcher = await look({api: written('api', 3000, 1000)});
		watcher.user.dispatch({type: 'logs/reached-back', backMillis: Number.POSITIVE_INFINITY});
		await watcher.pass(100);
		expect(shown(watcher)).toHaveLength(3000);
		expect(watcher.user.state.logs).not.toHaveProperty('sinceMillis');
	});
});
