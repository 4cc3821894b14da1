import {rm} from 'node:fs/promises';
import type {HostSample} from '../model/host-sample.ts';
import {ActiveFaults} from './api/active-faults.ts';
import type {Engine} from './api/engine.ts';
import {Execs} from './api/execs.ts';
import type {Faults} from './api/faults.ts';
import {createApiServer} from './api/server.ts';
import {engineVersionFor} from './api/system.ts';
import {Heart} from './heart.ts';
import {hostDetailOf} from './host-detail.ts';
import {hostSampleAt} from './host-sample.ts';
import {listenAt} from './listen.ts';
import {steadyClock} from './steady-clock.ts';
import {World} from './world/world.ts';

export interface DemoEngineOptions {
	/** `unix:///path/to.sock`, or `tcp://127.0.0.1:port` where port 0 means any free one. */
	readonly listen: string;
	/** Same seed and same start time: the same world. Default 1. */
	readonly seed?: number;
	/** In all: beside the fixed stacks so many are generated. */
	readonly containers?: number;
	/** So many stopped containers of old projects besides. */
	readonly stopped?: number;
	/** The newest API version it speaks. Default 1.47. */
	readonly apiVersion?: string;
	/** Milliseconds since the epoch; the world lives by it, faults of the clock apart, and goes on where it is put back. Default: the system's. */
	readonly now?: () => number;
	readonly faults?: Faults;
}

export interface DemoEngine {
	/** What to put into `DOCKER_HOST`. */
	readonly endpoint: string;
	/** What goes wrong from now on; undefined: nothing. Its times count from here. */
	setFaults(faults: Faults | undefined): void;
	/** What the machine does that it pretends to run on. */
	hostSample(isDetailed: boolean): HostSample;
	/** Destroys every open connection, as a killed engine would. */
	cutAll(): void;
	/** Nothing is left: no connection, no timer, no socket file. */
	close(): Promise<void>;
}

const leastApiVersion = '1.24';
const newestApiVersion = '1.47';

/**
 * Starts a simulated Docker engine. Rejects with `ListenError` when it cannot listen.
 *
 * It is honest: nothing of what is done to its containers leaves this process.
 */
export const startDemoEngine = async (options: DemoEngineOptions): Promise<DemoEngine> => {
	const {listen, apiVersion = newestApiVersion, now: wallNow = Date.now, ...world} = options;
	const realNow = steadyClock(wallNow);
	const faults = new ActiveFaults(realNow, options.faults);
	const now = steadyClock(() => realNow() + faults.clockOffsetMillis());
	const simulated = new World({...world, nowMillis: now()});
	const engine: Engine = {
		world: simulated,
		execs: new Execs(simulated),
		faults,
		get leastApiVersion() {
			return faults.api?.least ?? leastApiVersion;
		},
		get apiVersion() {
			return faults.api?.most ?? apiVersion;
		},
		get engineVersion() {
			return engineVersionFor(this.apiVersion);
		},
	};
	const heart = new Heart(engine.world, now);
	const server = createApiServer({engine, advance: () => heart.advance()});
	const connections = new Set<{destroy(): void}>();
	server.on('connection', connection => {
		connections.add(connection);
		connection.once('close', () => connections.delete(connection));
	});
	const cutAll = () => {
		for (const connection of connections) connection.destroy();
	};
	const stop = () => {
		heart.stop();
		engine.world.end();
	};
	const endpoint = await listenAt(server, listen).catch((error: unknown) => {
		stop();
		throw error;
	});

	return {
		endpoint,
		cutAll,
		hostSample(isDetailed) {
			const sample = hostSampleAt(simulated, now());
			return isDetailed ? {...sample, detail: hostDetailOf(sample)} : sample;
		},
		setFaults: next => faults.set(next),
		close: async () => {
			stop();
			const closed = new Promise<void>(resolve => server.close(() => resolve()));
			cutAll();
			await closed;
			if (endpoint.startsWith('unix://')) await rm(endpoint.slice('unix://'.length), {force: true});
		},
	};
};
