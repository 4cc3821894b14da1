import type {Engine} from '../engine/engine.ts';
import type {Container} from '../model/container.ts';
import {isRunning, isUp} from '../model/container.ts';
import {hasTraffic, withDetails} from '../model/container-facts.ts';
import {EngineError} from '../model/engine-error.ts';
import type {EngineInfo} from '../model/engine-info.ts';
import type {HostSample} from '../model/host-sample.ts';
import type {ContainerKey} from '../model/ids.ts';
import {refKey} from '../model/ids.ts';
import {countReplicas} from '../model/replicas.ts';
import type {ContainerUsage, StatsSample} from '../model/stats-sample.ts';
import {containerUsage} from '../model/usage.ts';
import type {Clock} from '../sync/clock.ts';
import type {HostSampler, Pause} from '../sync/context.ts';

/** Inspects at once. */
const concurrency = 8;
const intervalMillis = 500;
/** What does not answer twice in this time keeps unknown figures. */
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
	readonly hostSampler: HostSampler;
	readonly clock: Clock;
	/** False leaves out what has stopped. */
	readonly showsStopped: boolean;
}

/** Lists, inspects and samples twice, so that the CPU figures are real. Rejects when the engine is lost. */
export const collect = async (ports: CollectPorts, outer: AbortSignal): Promise<Snapshot> => {
	const {engine, clock, showsStopped} = ports;
	const life = new AbortController();
	const signal = AbortSignal.any([outer, life.signal]);
	try {
		const info = await engine.connect(signal);
		const listed = countReplicas(await engine.list(signal)).filter(
			container => showsStopped || isUp(container),
		);
		const patience = new AbortController();
		void clock.sleep(patienceMillis, signal).then(() => patience.abort());
		const patient = AbortSignal.any([signal, patience.signal]);
		const [containers, usages, host] = await Promise.all([
			inspectAll(engine, listed, signal),
			sampleTwice(ports, listed.filter(isRunning), patient),
			hostSample(ports, info, patient),
		]);
		return {engine: info, containers, usages, ...(host === undefined ? {} : {host})};
	} finally {
		// Whatever ended first, nothing is left running.
		life.abort();
	}
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
			inspected[index] = await inspectOne(engine, container, signal);
		}
	};
	await Promise.all(Array.from({length: concurrency}, work));
	return inspected;
};

/** One that went since the list, or that the engine cannot describe, is told as the list told it. */
const inspectOne = async (
	engine: Engine,
	container: Container,
	signal: AbortSignal,
): Promise<Container> => {
	try {
		return withDetails(container, await engine.inspect(container.ref, signal));
	} catch (error) {
		if (error instanceof EngineError && error.kind !== 'unreachable') return container;
		throw error;
	}
};

const sampleTwice = async (
	{engine, clock}: CollectPorts,
	running: readonly Container[],
	signal: AbortSignal,
): Promise<ReadonlyMap<ContainerKey, ContainerUsage>> => {
	const usages = new Map<ContainerKey, ContainerUsage>();
	if (running.length === 0) return usages;
	const previous = new Map<ContainerKey, StatsSample>();
	const all = running.map(container => ({
		ref: container.ref,
		isWatched: true,
		hasTraffic: hasTraffic(container, running),
	}));
	const targets = () => all.filter(({ref}) => usages.get(refKey(ref))?.cpuPercent === undefined);
	for await (const samples of engine.stats({targets, intervalMillis}, signal)) {
		for (const sample of samples) {
			const key = refKey(sample.ref);
			const times = {atMillis: clock.now(), intervalMillis};
			// A third sample would shorten the span of the first two.
			if (usages.get(key)?.cpuPercent !== undefined) continue;
			usages.set(key, containerUsage(previous.get(key), sample, times));
			previous.set(key, sample);
		}
		if (targets().length === 0) break;
	}
	return usages;
};

/** The first one with a CPU figure; the latest there was, when none has one. */
const hostSample = async (
	{hostSampler, clock}: CollectPorts,
	info: EngineInfo,
	signal: AbortSignal,
): Promise<HostSample | undefined> => {
	let latest: HostSample | undefined;
	const pause: Pause = life => clock.sleep(intervalMillis, life);
	for await (const sample of hostSampler(info, pause, signal)) {
		latest = sample;
		if (sample.cpuPercent !== undefined || sample.origin === 'engine') break;
	}
	return latest;
};
