import type {Container} from '../model/container.ts';
import {exitCode, healthOf} from '../model/container-facts.ts';
import {refKey} from '../model/ids.ts';
import type {Snapshot} from './collect.ts';

const schema = 1;

/** The snapshot as one line of JSON; what is unknown is null. The shape is in the readme. */
export const toJson = (snapshot: Snapshot): string => {
	const {engine, host, containers} = snapshot;
	const value = {
		schema,
		engine: {
			endpoint: engine.endpoint,
			source: engine.source,
			name: engine.name ?? null,
			version: engine.version ?? null,
			apiVersion: engine.apiVersion,
		},
		host: {
			cpus: host?.cpus ?? engine.cpus ?? null,
			cpuPercent: host?.cpuPercent ?? null,
			memoryUsedBytes: host?.memoryUsedBytes ?? null,
			memoryTotalBytes: host?.memoryTotalBytes ?? engine.memoryTotalBytes ?? null,
			load1: host?.load1 ?? null,
		},
		containers: containers.map(container => toEntry(container, snapshot)),
	};
	return escapeControls(JSON.stringify(value));
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
		project: container.compose?.project ?? null,
		service: container.compose?.service ?? null,
		state: container.state,
		health: healthOf(container).kind,
		exitCode: exitCode(container) ?? null,
		startedAt: startedAt === undefined ? null : new Date(startedAt).toISOString(),
		restartCount: details?.restartCount ?? null,
		cpuPercent: usage?.cpuPercent ?? null,
		memoryBytes: sample?.memoryUsedBytes ?? null,
		memoryLimitBytes: sample?.memoryLimitBytes ?? null,
		netRxBytes: sample?.netRxBytes ?? null,
		netTxBytes: sample?.netTxBytes ?? null,
		blockReadBytes: sample?.blockReadBytes ?? null,
		blockWriteBytes: sample?.blockWriteBytes ?? null,
		pids: sample?.pids ?? null,
		ports: container.ports.map(port => ({
			ip: port.ip ?? null,
			publicPort: port.publicPort ?? null,
			privatePort: port.privatePort,
			protocol: port.protocol,
		})),
	};
};

/** JSON lets DEL, C1 controls and bidirectional marks through; a terminal would act on them. */
const escapeControls = (json: string): string =>
	json.replaceAll(
		/[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
		character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
