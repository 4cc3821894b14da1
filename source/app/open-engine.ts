import {mkdtemp, rmdir} from 'node:fs/promises';
import {homedir, tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import type {DemoEngine} from '../demo/start.ts';
import type {Endpoint} from '../engine/endpoint.ts';
import {resolveEndpoint} from '../engine/endpoint.ts';
import type {Engine} from '../engine/engine.ts';
import {nodeFiles} from '../engine/node-files.ts';
import type {HostSample} from '../model/host-sample.ts';
import {localHost} from '../model/ids.ts';
import type {EndpointState} from '../store/connection.ts';
import type {HostSampler, Pause} from '../sync/context.ts';
import {hostSampler} from './host-sampler.ts';
import type {Options} from './options.ts';

/** An engine that can be watched, and how to be rid of it. */
export interface OpenedEngine {
	readonly engine: Engine;
	readonly endpoint: EndpointState;
	readonly hostSampler: HostSampler;
	/** Ends the demo engine where that is what was opened. */
	close(): Promise<void>;
}

/** The endpoint that flags, environment and sockets lead to. Rejects with `EngineError`. */
export const findEndpoint = (options: Options): Promise<Endpoint> =>
	resolveEndpoint({
		...(options.host === undefined ? {} : {host: options.host}),
		...(options.context === undefined ? {} : {context: options.context}),
		env: process.env,
		homeDirectory: homedir(),
		platform: process.platform,
		files: nodeFiles,
	});

export const toEndpointState = ({url, source, context}: Endpoint): EndpointState => ({
	url,
	source,
	isDemo: source === 'demo',
	...(context === undefined ? {} : {context}),
});

/** Before it has started; its socket has no name worth showing yet. */
export const demoState: EndpointState = {url: 'embedded', source: 'demo', isDemo: true};

/** What may be done with an engine, and how it is read. */
export interface Access extends Pick<Options, 'readsCgroups'> {
	readonly isReadOnly: boolean;
}

/** Loads the client, which takes longer than the first frame should wait for. */
export const openEngine = async (endpoint: Endpoint, access: Access): Promise<OpenedEngine> => {
	return {
		engine: await createEngine(endpoint, access),
		endpoint: toEndpointState(endpoint),
		hostSampler,
		close: () => Promise.resolve(),
	};
};

const createEngine = async (endpoint: Endpoint, access: Access): Promise<Engine> => {
	const {createDockerEngine} = await import('../engine/docker/create.ts');
	const {transport} = endpoint;
	if (transport.kind !== 'ssh')
		return createDockerEngine({...endpoint, transport}, localHost, access);
	const {createSshEngine} = await import('../engine/ssh/create.ts');
	const {EventMemory} = await import('../engine/docker/event-memory.ts');
	const eventMemory = new EventMemory();
	return createSshEngine({
		endpoint: {...endpoint, transport},
		hostId: localHost,
		// Its containers run elsewhere, whatever runs here.
		createEngine: near =>
			createDockerEngine(near, localHost, {...access, readsCgroups: false, eventMemory}),
	});
};

/** Starts the embedded demo engine on a socket of its own; nothing of it leaves this process. */
export const openDemo = async (seed: number, access: Access): Promise<OpenedEngine> => {
	const {startDemoEngine} = await import('../demo/start.ts');
	const directory = await mkdtemp(join(tmpdir(), 'dockmon-demo-'));
	const socketPath = join(directory, 'docker.sock');
	const demo: DemoEngine = await startDemoEngine({listen: `unix://${socketPath}`, seed});
	const opened = await openEngine(
		{url: demo.endpoint, source: 'demo', transport: {kind: 'unix', socketPath}},
		access,
	);
	return {
		...opened,
		hostSampler: (_engine, pause, signal, wantsDetail) =>
			demoSamples(demo, pause, signal, wantsDetail),
		async close() {
			await demo.close();
			await rmdir(directory);
		},
	};
};

async function* demoSamples(
	demo: DemoEngine,
	pause: Pause,
	signal: AbortSignal,
	wantsDetail?: () => boolean,
): AsyncGenerator<HostSample> {
	while (!signal.aborted) {
		yield demo.hostSample(wantsDetail?.() === true);
		await pause(signal);
	}
}
