import {onTestFinished} from 'vitest';
import {type CountingProxy, startCountingProxy} from '../../scripts/lib/counting-proxy.ts';
import {demoEngine, temporarySocket} from './demo-engine.ts';

export interface ProxiedDemo {
	readonly socketPath: string;
	readonly proxy: CountingProxy;
	/** Methods of all requests so far, each with its path, except those that only read. */
	writes(): readonly string[];
}

/**
 * The demo engine behind a proxy that notes what is asked; closed after the test. What is forbidden, such as
 * `GET /info`, is answered with 403.
 */
export const proxiedDemo = async (
	isForbidden?: (name: string) => boolean,
): Promise<ProxiedDemo> => {
	const demo = await demoEngine({seed: 1});
	const socketPath = await temporarySocket();
	const enginePath = demo.endpoint.slice('unix://'.length);
	const proxy = await startCountingProxy(socketPath, enginePath, isForbidden);
	onTestFinished(() => proxy.close());
	return {
		socketPath,
		proxy,
		writes: () => [...proxy.counts().keys()].filter(name => !/^(GET|HEAD) /.test(name)),
	};
};

/**
 * Forbids as the proxies do that people put in front of the socket: nothing but GET and HEAD, and of that only
 * what is below one of these paths, such as `containers`.
 */
export const allowOnly =
	(...parts: readonly string[]): ((name: string) => boolean) =>
	name => {
		const [, part = ''] = /^(?:GET|HEAD) \/(\w+)/.exec(name) ?? [];
		return !parts.includes(part);
	};
