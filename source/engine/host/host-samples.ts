import type {EngineInfo} from '../../model/engine-info.ts';
import type {HostSample} from '../../model/host-sample.ts';
import {linuxSamples} from './linux-samples.ts';
import {systemInformationSamples} from './system-information-samples.ts';

/**
 * Figures of the machine that the engine runs on, the first within some 200 ms; ends quietly when
 * aborted. `pause` resolves when the next one is wanted, `wantsDetail` tells whether with detail. They are read on this machine only when it is
 * the same, or when the engine runs in a virtual machine on it (Docker Desktop and its like); of any
 * other only what the engine tells is known.
 */
export const hostSamples = (
	engine: EngineInfo,
	pause: (signal: AbortSignal) => Promise<void>,
	signal: AbortSignal,
	wantsDetail: () => boolean = () => false,
	platform: NodeJS.Platform = process.platform,
): AsyncIterable<HostSample> => {
	if (engine.isLocal && platform === 'linux') return linuxSamples(pause, signal, wantsDetail);
	const isVirtualMachineHere = platform !== 'linux' && /^(unix|npipe):/.test(engine.endpoint);
	return isVirtualMachineHere && engine.source !== 'demo'
		? systemInformationSamples(pause, signal, wantsDetail)
		: engineSample(engine, signal);
};

/** What a remote engine says does not change: one sample, and silence. */
async function* engineSample(engine: EngineInfo, signal: AbortSignal): AsyncGenerator<HostSample> {
	if (signal.aborted) return;
	const {cpus, memoryTotalBytes} = engine;
	yield {
		atMillis: Date.now(),
		origin: 'engine',
		...(cpus !== undefined && {cpus}),
		...(memoryTotalBytes !== undefined && {memoryTotalBytes}),
	};
	await untilAborted(signal);
}

const untilAborted = (signal: AbortSignal): Promise<void> => {
	const {promise, resolve} = Promise.withResolvers<void>();
	if (signal.aborted) resolve();
	signal.addEventListener('abort', () => resolve(), {once: true});
	return promise;
};
