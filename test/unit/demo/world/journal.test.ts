import {describe, expect, test} from 'vitest';
import {
	entriesBetween,
	type LogEntry,
	lastEntries,
	toNanos,
} from '../../../../source/demo/world/journal.ts';
import {
	pauseContainer,
	restartContainer,
	stopContainer,
} from '../../../../source/demo/world/lifecycle.ts';
import {World} from '../../../../source/demo/world/world.ts';
import {containerIn, nowMillis, sceneOf} from './scene.ts';

const now = toNanos(nowMillis);
const minute = 60_000_000_000n;

const world = new World({nowMillis, containers: 40});

const texts = (entries: Iterable<LogEntry>) => [...entries].map(({text}) => text);

describe('the log of every container', () => {
	test.each(world.containers.map(container => container.name))('%s', name => {
		const container = containerIn(world, name);
		const from = container.state === 'exited' ? 0n : now - 10n * minute;
		const all = [...entriesBetween(container, from, now)];
		expect(all).toEqual(all.toSorted((a, b) => (a.atNanos < b.atNanos ? -1 : 1)));
		expect([...entriesBetween(container, from, now)]).toEqual(all);
		for (const {text, atNanos} of all) {
			expect(text).not.toMatch(/[\n\r]|undefined|NaN/);
			expect(atNanos).toBeLessThanOrEqual(now);
		}
		expect(lastEntries(container, 25, from, now)).toEqual(all.slice(-25));
		expect(lastEntries(container, 1_000_000, from, now)).toEqual(all);
	});
});

describe('the log', () => {
	const api = containerIn(world, 'shop-api-1');

	test('reads the same in pieces as in one go', () => {
		const from = now - minute;
		const whole = [...entriesBetween(api, from, now)];
		const pieces: LogEntry[] = [];
		for (let at = from; at < now; at += 37_000_000n) {
			const until = at + 37_000_000n < now ? at + 37_000_000n : now;
			pieces.push(...entriesBetween(api, at, until));
		}
		expect(whole.length).toBeGreaterThan(50);
		expect(pieces).toEqual(whole);
	});

	test('begins after the first instant and goes up to the second', () => {
		const [first, second, third] = entriesBetween(api, now - minute, now);
		if (!first || !second || !third) throw new Error('a busy service said nothing for a minute');
		expect([...entriesBetween(api, first.atNanos, third.atNanos)]).toEqual([second, third]);
		expect(lastEntries(api, 9, first.atNanos, third.atNanos)).toEqual([second, third]);
	});

	test('has both streams, levels and tracebacks', () => {
		const all = [...entriesBetween(api, now - 30n * minute, now)];
		expect(new Set(all.map(({stream}) => stream))).toEqual(new Set(['stdout', 'stderr']));
		expect(texts(all).join('\n')).toMatch(
			/Traceback \(most recent call last\):\n {2}File .*\n {4}cur/,
		);
		expect(texts(all).some(text => text.includes(' WARN '))).toBe(true);
	});

	test('goes back one hour', () => {
		const [first] = entriesBetween(api, 0n, now);
		expect(first?.atNanos).toBeGreaterThan(now - 60n * minute);
		expect(first?.atNanos).toBeLessThan(now - 59n * minute);
	});

	test('speaks more when the container is busy', () => {
		const perMinute = (at: bigint) => [...entriesBetween(api, at - minute, at)].length;
		const counts = Array.from({length: 30}, (_, index) => perMinute(now - BigInt(index) * minute));
		expect(Math.max(...counts)).toBeGreaterThan(Math.min(...counts) * 1.3);
	});

	test('an exited container keeps its last hour', () => {
		const report = containerIn(world, 'billing-report-1');
		expect(texts(entriesBetween(report, 0n, now))[0]).toContain('monthly statement');
		const old = containerIn(world, 'migrate-0042');
		expect(lastEntries(old, 5, 0n, now).length).toBeGreaterThan(0);
	});

	test('every crash ends in its traceback', () => {
		const cron = containerIn(world, 'billing-cron-1');
		const all = texts(entriesBetween(cron, 0n, now));
		const errors = all.filter(text => text === "KeyError: 'RATES_URL'");
		const starts = all.filter(text => text.includes('cron starting'));
		expect(errors.length).toBeGreaterThanOrEqual(8);
		expect(starts.length - errors.length).toBeLessThanOrEqual(1);
	});
});

describe('what happens to a container shows in its log', () => {
	test('first and last words at a restart', async () => {
		const {world: scene, container, pass} = sceneOf('shop-redis-1');
		const before = toNanos(scene.nowMillis);
		const restarted = restartContainer(scene, container, 10);
		await pass(2000);
		await restarted;
		const said = texts(entriesBetween(container, before, toNanos(scene.nowMillis))).join('\n');
		expect(said).toMatch(
			/Received SIGTERM[\s\S]*bye bye[\s\S]*Redis is starting[\s\S]*Ready to accept/,
		);
	});

	test('a killed container says nothing more', async () => {
		const {world: scene, container, pass} = sceneOf('scratchpad');
		const stopped = stopContainer(scene, container, 0);
		await pass(100);
		await stopped;
		const end = toNanos(scene.nowMillis);
		expect(texts(entriesBetween(container, now, end + minute))).toEqual([]);
	});

	test('nothing is written while it is paused', async () => {
		const {world: scene, container, pass} = sceneOf('shop-api-1');
		pauseContainer(scene, container);
		const from = toNanos(scene.nowMillis);
		await pass(20_000);
		expect(texts(entriesBetween(container, from, toNanos(scene.nowMillis)))).toEqual([]);
	});
});
