import type {Fault} from '../../source/demo/api/faults.ts';
import type {DemoEngine, DemoEngineOptions} from '../../source/demo/start.ts';
import {type Client, createClient} from '../../source/engine/docker/client.ts';
import {createPing} from '../../source/engine/docker/connection.ts';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import {createStatsSource} from '../../source/engine/docker/stats-source.ts';
import type {DirectEndpoint} from '../../source/engine/endpoint.ts';
import type {Engine} from '../../source/engine/engine.ts';
import type {StatsSource} from '../../source/engine/stats/sampler.ts';
import {EngineError} from '../../source/model/engine-error.ts';
import {type ContainerRef, localHost} from '../../source/model/ids.ts';
import {afterTest} from '../helpers/after-test.ts';
import {demoEngine} from '../helpers/demo-engine.ts';

/** The adapter before a demo engine that can be told to fail. */
export interface FaultSubject {
	readonly demo: DemoEngine;
	readonly engine: Engine;
	/** Each sample by itself, where `engine.stats` leaves out what fails. */
	readonly stats: StatsSource;
	readonly signal: AbortSignal;
	/** Fails so on paths that end so; asked for each request. */
	breakPath(end: string, fault: () => Fault | undefined): void;
	refOf(name: string): Promise<ContainerRef>;
}

/** Connected, and closed after the test. */
export const faultSubject = async (
	options: Partial<DemoEngineOptions> = {},
): Promise<FaultSubject> => {
	const demo = await demoEngine(options);
	const socketPath = demo.endpoint.slice('unix://'.length);
	const endpoint: DirectEndpoint = {
		url: demo.endpoint,
		source: 'demo',
		transport: {kind: 'unix', socketPath},
	};
	const engine = createDockerEngine(endpoint, localHost);
	const client: Client = createClient(endpoint);
	const controller = new AbortController();
	const {signal} = controller;
	afterTest(() => {
		controller.abort();
		engine.dispose();
		client.dispose();
	});
	const {apiVersion} = await engine.connect(signal);
	client.setApiVersion(apiVersion);
	return {
		demo,
		engine,
		stats: createStatsSource(client, createPing(client)),
		signal,
		breakPath: (end, fault) =>
			demo.setFaults({
				match: (_method, path) => (path.endsWith(end) ? fault() : undefined),
			}),
		async refOf(name) {
			const found = (await engine.list(signal)).find(container => container.name === name);
			if (!found) throw new Error(`no container ${name}`);
			return found.ref;
		},
	};
};

/** How a call ended: `fulfilled`, the kind of the `EngineError`, or what else was thrown. */
export const endOf = (call: Promise<unknown>): Promise<unknown> =>
	call.then(
		() => 'fulfilled',
		(error: unknown) => (error instanceof EngineError ? error.kind : error),
	);

/** Runs the calls, some at a time, and returns what came of them in order. */
export const inTurns = async <T, R>(
	items: readonly T[],
	run: (item: T) => Promise<R>,
	atOnce = 8,
): Promise<R[]> => {
	const results: R[] = [];
	let next = 0;
	const work = async () => {
		while (next < items.length) {
			const index = next++;
			results[index] = await run(items[index] as T);
		}
	};
	await Promise.all(Array.from({length: atOnce}, work));
	return results;
};
