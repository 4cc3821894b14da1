import {safeJson} from '../format/safe-json.ts';
import type {Container} from '../model/container.ts';
import {exitCode, healthOf} from '../model/container-facts.ts';
import {refKey} from '../model/ids.ts';
import {commonOrigin} from '../model/usage.ts';
import type {Snapshot} from './collect.ts';

const schema = 1;

/** The snapshot as one line of JSON; what is unknown is null. The shape is in the readme. */
export const toJson = (snapshot: Snapshot): string => {
	const {engine, host, containers, usages} = snapshot;
	const value = {
		schema,
		engine: {
			endpoint: engine.endpoint,
			source: engine.source,
			name: engine.name,
			product: engine.product,
			version: engine.version,
			apiVersion: engine.apiVersion,
			statsFrom: commonOrigin(usages.values()),
		},
		host: {
			cpus: host?.cpus ?? engine.cpus,
			cpuPercent: host?.cpuPercent,
			memoryUsedBytes: host?.memoryUsedBytes,
			memoryTotalBytes: host?.memoryTotalBytes ?? engine.memoryTotalBytes,
			load1: host?.load1,
		},
		containers: containers.map(container => toEntry(container, snapshot)),
	};
	return safeJson(value, nullForUnknown);
};

const toEntry = (container: Container, {usages}: Snapshot) => {
	const usage = usages.get(refKey(container.ref));
	const sample = usage?.sample;
	const {details} = container;
	const startedAt = details?.startedAtMillis;
	return {
		id: container.ref.id,
		name: container.name,
		image: container.image,
		project: container.compose?.project,
		service: container.compose?.service,
		state: container.state,
		health: healthOf(container).kind,
		exitCode: exitCode(container),
		startedAt: startedAt === undefined ? undefined : new Date(startedAt).toISOString(),
		restartCount: details?.restartCount,
		cpuPercent: usage?.cpuPercent,
		cpuThrottledPercent: usage?.throttledPercent,
		memoryBytes: sample?.memoryUsedBytes,
		memoryCacheBytes: sample?.memoryCacheBytes,
		memoryLimitBytes: sample?.memoryLimitBytes,
		oomKills: sample?.oomKills,
		netRxBytes: sample?.netRxBytes,
		netTxBytes: sample?.netTxBytes,
		blockReadBytes: sample?.blockReadBytes,
		blockWriteBytes: sample?.blockWriteBytes,
		pids: sample?.pids,
		pressure: {
			cpuPercent: sample?.pressure?.cpuPercent,
			memoryPercent: sample?.pressure?.memoryPercent,
			ioPercent: sample?.pressure?.ioPercent,
		},
		statsFrom: sample?.origin,
		ports: container.ports.map(port => ({
			ip: port.ip,
			publicPort: port.publicPort,
			privatePort: port.privatePort,
			protocol: port.protocol,
		})),
	};
};

/** Without it what is unknown would be left out. */
const nullForUnknown = (_name: string, value: unknown): unknown => value ?? null;
