import type {Endpoint} from '../engine/endpoint.ts';
import {EngineError, isAbortError} from '../model/engine-error.ts';
import type {EndpointState} from '../store/connection.ts';
import type {OpenedEngine} from './open-engine.ts';
import {demoState, findEndpoint, openDemo, openEngine, toEndpointState} from './open-engine.ts';
import type {Options} from './options.ts';

export interface Choice {
	readonly endpoint: EndpointState;
	/** Why it is the demo although a real engine was looked for; may hold foreign text. */
	readonly reason?: string;
	open(isReadOnly: boolean): Promise<OpenedEngine>;
}

/**
 * Decides which engine it will be, without opening it. Rejects with `EngineError` where flags,
 * environment or contexts lead nowhere; with `--or-demo` any such failure leads to the demo.
 */
export const chooseEngine = async (options: Options): Promise<Choice> => {
	const demo: Choice = {
		endpoint: demoState,
		open: isReadOnly => openDemo(options.seed, {...options, isReadOnly}),
	};
	switch (options.demo) {
		case 'yes':
			return demo;
		case 'no':
			return real(await findEndpoint(options), options);
		case 'or-demo':
			return await realOr(demo, options);
	}
};

const real = (endpoint: Endpoint, options: Options): Choice => ({
	endpoint: toEndpointState(endpoint),
	open: isReadOnly => openEngine(endpoint, {...options, isReadOnly}),
});

const realOr = async (demo: Choice, options: Options): Promise<Choice> => {
	try {
		const endpoint = await findEndpoint(options);
		await expectAnswer(endpoint);
		return real(endpoint, options);
	} catch (error) {
		if (!(error instanceof EngineError)) throw error;
		return {...demo, reason: `${error.message}; this is the demo engine`};
	}
};

const patienceMillis = 3000;
/** ssh has to log in first. */
const sshPatienceMillis = 15_000;

/** Connects once and lets go again; rejects with `EngineError`. */
const expectAnswer = async (endpoint: Endpoint): Promise<void> => {
	const {engine} = await openEngine(endpoint, {readsCgroups: false, isReadOnly: true});
	const millis = endpoint.transport.kind === 'ssh' ? sshPatienceMillis : patienceMillis;
	try {
		await engine.connect(AbortSignal.timeout(millis));
	} catch (error) {
		if (!isAbortError(error)) throw error;
		throw new EngineError('timeout', `${endpoint.url} did not answer in ${millis / 1000} s`);
	} finally {
		engine.dispose();
	}
};
