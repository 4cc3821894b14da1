import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {PrivateEngine, whyNoPrivateEngine} from '../../scripts/lib/private-engine.ts';
import {WatchedEngine} from '../../scripts/lib/watched-engine.ts';

const reason = await whyNoPrivateEngine();
if (reason !== undefined) {
	if (process.env['DOCKMON_REQUIRE_ENGINE'] === '1') throw new Error(reason);
	console.log(`restarts of an engine left out: ${reason}`);
}

/** More calls than a user would believe to be pending. */
const mostCalls = 20;

// How long it takes is told by `scripts/restarts.ts`, for this machine may be busy with other things.
describe.skipIf(reason !== undefined)('an engine of our own', () => {
	let engine: PrivateEngine | undefined;
	let watched: WatchedEngine;

	beforeAll(async () => {
		engine = await PrivateEngine.create();
		watched = await WatchedEngine.open(engine);
	});

	afterAll(async () => {
		await watched?.close();
		await engine?.dispose();
	});

	test.each(['SIGTERM', 'SIGKILL', 'SIGTERM', 'SIGKILL'] as const)(
		'is missed after a %s, and shown as it is when it is back',
		async signal => {
			await watched.restart(signal, 0);
		},
	);

	test('that is frozen is told to be silent, keys go on, and nothing piles up', async () => {
		const freeze = await watched.freeze(8000);
		expect(freeze.keys).toBeGreaterThan(3);
		expect(freeze.mostSockets - freeze.socketsBefore).toBeLessThanOrEqual(mostCalls);
		await watched.isRight();
	});

	test('leaves no holes in a log that goes on', async () => {
		const numbers = await watched.logNumbers('counter');
		expect(numbers.length).toBeGreaterThan(3);
		const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
		// It begins anew with each restart of its container.
		expect(steps.filter(step => step !== 1 && step >= 0)).toEqual([]);
	});
});
