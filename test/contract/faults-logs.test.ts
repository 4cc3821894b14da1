import {describe, expect, test} from 'vitest';
import {scriptedFaults} from '../../source/demo/faults/scripted.ts';
import {wait} from '../../source/engine/wait.ts';
import type {LogLine} from '../../source/model/log-line.ts';
import {logSourceOf} from '../../source/model/logs/log-source.ts';
import {type FrozenDemo, frozenDemo} from '../helpers/demo-engine.ts';
import {LogReader} from '../helpers/log-reader.ts';
import {until} from '../helpers/until.ts';
import {notice, post} from '../unit/demo/wire.ts';

const name = 'shop-web-1';
/** What takes the pumps half a second takes them some milliseconds here. */
const haste = 30;

const fastClock = () => {
	const start = Date.now();
	return {
		now: () => start + (Date.now() - start) * haste,
		sleep: (millis: number, signal: AbortSignal) => wait(millis / haste, signal),
	};
};

const written = (lines: readonly LogLine[]): readonly string[] =>
	lines.flatMap(line => (line.kind === 'line' ? `${line.stamp} ${line.stream} ${line.text}` : []));

/** Someone who follows the log of a talker, on an engine whose clock only the test moves. */
const follow = async (script: string) => {
	const demo: FrozenDemo = await frozenDemo();
	const {engine, clock} = demo;
	const setScript = (text: string): void => engine.setFaults(scriptedFaults(text));
	setScript(script);
	const reader = new LogReader(engine.endpoint.slice('unix://'.length), fastClock());
	const container = await until(
		() => [...reader.user.state.containers.byKey.values()].find(each => each.name === name),
		name,
	);
	reader.read({kind: 'source', source: logSourceOf(container)});
	await until(() => reader.lines.length > 0, 'lines');
	return {
		reader,
		engine,
		/** Time passes until something more was read. */
		async goesOn() {
			const {length} = reader.lines;
			await until(async () => {
				clock.nowMillis += 300;
				await notice(engine);
				return reader.lines.length > length;
			}, 'more lines');
		},
		/** All that the engine has of it from the first line that was read on. */
		async truth() {
			setScript('');
			const lines: LogLine[] = [];
			const {signal} = new AbortController();
			const options = {follow: false, tail: 100_000, tty: false};
			for await (const batch of await reader.engine.logs(container.ref, options, signal))
				lines.push(...batch);
			const all = written(lines);
			return all.slice(all.indexOf(written(reader.lines)[0] ?? ''));
		},
	};
};

type Followed = Awaited<ReturnType<typeof follow>>;

const isWhole = async ({reader, truth}: Followed): Promise<void> => {
	const all = await truth();
	await until(() => written(reader.lines).length >= all.length, 'the end');
	expect(written(reader.lines)).toEqual(all);
};

describe('a log that is followed has every line once', () => {
	test.each([
		'GET /containers/*/logs cut at 100000 every 2nd',
		'GET /containers/*/logs cut at 1500',
		'GET /containers/*/logs cut at 1501\n/events cut at 300',
		'GET /containers/*/logs cut at 2777\n/containers/*/json refuse every 5th',
	])('when %s', async script => {
		const followed = await follow(script);
		for (let step = 0; step < 25; step++) await followed.goesOn();
		await isWhole(followed);
		expect(followed.reader.notes).toEqual([]);
	});

	test('when all connections break 20 times', async () => {
		const followed = await follow('');
		for (let step = 0; step < 20; step++) {
			followed.engine.cutAll();
			await followed.goesOn();
		}
		await isWhole(followed);
		expect(followed.reader.notes).toEqual([]);
	});

	test('when it is restarted 20 times, each told once', async () => {
		const followed = await follow('');
		const {reader, engine} = followed;
		for (let restart = 1; restart <= 20; restart++) {
			const restarted = post(engine, `/containers/${name}/restart?t=0`);
			await until(async () => {
				await followed.goesOn();
				return reader.notes.filter(note => /started/.test(note)).length === restart;
			}, `restart ${restart}`);
			await restarted;
		}
		await isWhole(followed);
	});
});
