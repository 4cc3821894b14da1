import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type DemoEngine, type DemoEngineOptions, startDemoEngine} from '../../source/demo/start.ts';
import {afterTest} from './after-test.ts';

/** A path for a socket, in a folder that is removed after the test. */
export const temporarySocket = async (): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'dockmon-demo-'));
	afterTest(() => rm(folder, {recursive: true, force: true}));
	return join(folder, 'docker.sock');
};

/** A demo engine on a socket of its own, closed after the test. */
export const demoEngine = async (options: Partial<DemoEngineOptions> = {}): Promise<DemoEngine> => {
	const engine = await startDemoEngine({
		listen: `unix://${await temporarySocket()}`,
		...options,
	});
	afterTest(() => engine.close());
	return engine;
};

export interface FrozenDemo {
	readonly engine: DemoEngine;
	/** The instant at which the world stands still. */
	readonly clock: {nowMillis: number};
}

/** A world in which time passes only when the test moves the clock. */
export const frozenDemo = async (options: Partial<DemoEngineOptions> = {}): Promise<FrozenDemo> => {
	const clock = {nowMillis: Date.UTC(2026, 10, 23, 10, 42, 7)};
	const engine = await demoEngine({now: () => clock.nowMillis, ...options});
	return {engine, clock};
};
