import type {Engine} from '../engine/engine.ts';
import type {Container} from '../model/container.ts';
import {isRunning} from '../model/container.ts';
import {EngineError} from '../model/engine-error.ts';
import type {EngineInfo} from '../model/engine-info.ts';
import type {HostSample} from '../model/host-sample.ts';
import type {ContainerKey} from '../model/ids.ts';
import {refKey} from '../model/ids.ts';
import type {ContainerUsage, StatsSample} from '../model/stats-sample.ts';
import {containerUsage} from '../model/usage.ts';

/** Inspects at once. */
const concurrency = 8;
const intervalMillis = 500;
/** A container that does not answer twice in this time keeps unknown figures. */
const patienceMillis = 6000;

/** Everything that is known of an engine at one moment. */
export interface Snapshot {
	readonly engine: EngineInfo;
	readonly host?: HostSample;
	readonly containers: readonly Container[];
	readonly usages: ReadonlyMap<ContainerKey, ContainerUsage>;
}

export interface CollectPorts {
	readonly engine: Engine;
	readonly hostSampler: (
		engine: EngineInfo,
		intervalMillis: number,
		signal: AbortSignal,
	) => AsyncIterable<HostSample>;
	readonly now: () => number;
}

/** Lists, inspects and samples twice, so that the CPU figures are real. Rejects when the engine is lost. */
export const collect = async (ports: CollectPorts, signal: AbortSignal): Promise<Snapshot> => {
	const {engine, now} = ports;
	const info = await engine.connect(signal);
	const listed = await engine.list(signal);
	const running = listed.filter(isRunning);
	const [containers, usages, host] = await Promise.all([
		inspectAll(engine, listed, signal),
		sampleTwice(engine, running, now, signal),
		firstHostSample(ports, info, signal),
	]);
	return {engine: info, containers, usages, ...(host === undefined ? {} : {host})};
};

const inspectAll = async (
	engine: Engine,
	listed: readonly Container[],
	signal: AbortSignal,
): Promise<readonly Container[]> => {
	const inspected = [...listed];
	const waiting = listed.entries();
	const work = async (): Promise<void> => {
		for (const [index, container] of waiting) {
			inspected[index] = await withDetails(engine, container, signal);
		}
	};
	await Promise.all(Array.from({length: concurrency}, work));
	return inspected;
};

/** One that went since the list is told as the list told it. */
const withDetails = async (
	engine: Engine,
	container: Container,
	signal: AbortSignal,
): Promise<Container> => {
	try {
		return {...container, details: await engine.inspect(container.ref, signal)};
	} catch (error) {
		if (error instanceof EngineError && error.kind === 'not-found') return container;
		throw error;
	}
};

const sampleTwice = async (
	engine: Engine,
	running: readonly Container[],
	now: () => number,
	outer: AbortSignal,
): Promise<ReadonlyMap<ContainerKey, ContainerUsage>> => {
	const usages = new Map<ContainerKey, ContainerUsage>();
	if (running.length === 0) return usages;
	const previous = new Map<ContainerKey, StatsSample>();
	const life = new AbortController();
	const signal = AbortSignal.any([outer, life.signal, AbortSignal.timeout(patienceMillis)]);
	const targets = () =>
		running.map(({ref}) => ref).filter(ref => usages.get(refKey(ref))?.cpuPercent === undefined);
	for await (const samples of engine.stats({targets, intervalMillis}, signal)) {
		for (const sample of samples) {
			const key = refKey(sample.ref);
			// A third sample would shorten the span of the first two.
			if (usages.get(key)?.cpuPercent !== undefined) continue;
			usages.set(key, containerUsage(previous.get(key), sample, now()));
			previous.set(key, sample);
		}
		if (targets().length === 0) break;
	}
	life.abort();
	return usages;
};

const firstHostSample = async (
	{hostSampler}: CollectPorts,
	info: EngineInfo,
	outer: AbortSignal,
): Promise<HostSample | undefined> => {
	const life = new AbortController();
	const signal = AbortSignal.any([outer, life.signal]);
	try {
		for await (const sample of hostSampler(info, intervalMillis, signal)) {
			if (sample.cpuPercent !== undefined || sample.origin === 'engine') return sample;
		}
		return undefined;
	} finally {
		life.abort();
	}
};
