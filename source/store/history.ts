import type {HostSample} from '../model/host-sample.ts';
import type {ContainerKey} from '../model/ids.ts';
import {Series} from '../model/series.ts';
import type {ContainerUsage} from '../model/stats-sample.ts';

const slotMillis = 1000;
/** Five minutes. */
const capacity = 300;

export const containerFigures = ['cpu', 'memory', 'rx', 'tx', 'read', 'write'] as const;
export type ContainerFigure = (typeof containerFigures)[number];

export const hostFigures = ['cpu', 'memory', 'rx', 'tx', 'read', 'write'] as const;
export type HostFigure = (typeof hostFigures)[number];

/**
 * What the charts draw: the last five minutes of every container and of the host, a value a second.
 * Kept outside the state, because it changes in place.
 */
export class History {
	readonly #containers = new Map<ContainerKey, Record<ContainerFigure, Series>>();
	#host = newRecord(hostFigures);

	addUsage(key: ContainerKey, usage: ContainerUsage): void {
		let record = this.#containers.get(key);
		if (record === undefined) {
			record = newRecord(containerFigures);
			this.#containers.set(key, record);
		}
		const {atMillis} = usage;
		record.cpu.set(atMillis, usage.cpuPercent);
		record.memory.set(atMillis, usage.sample.memoryUsedBytes);
		record.rx.set(atMillis, usage.netRxPerSecond);
		record.tx.set(atMillis, usage.netTxPerSecond);
		record.read.set(atMillis, usage.blockReadPerSecond);
		record.write.set(atMillis, usage.blockWritePerSecond);
	}

	addHost(sample: HostSample): void {
		const {atMillis} = sample;
		this.#host.cpu.set(atMillis, sample.cpuPercent);
		this.#host.memory.set(atMillis, sample.memoryUsedBytes);
		this.#host.rx.set(atMillis, sample.netRxPerSecond);
		this.#host.tx.set(atMillis, sample.netTxPerSecond);
		this.#host.read.set(atMillis, sample.diskReadPerSecond);
		this.#host.write.set(atMillis, sample.diskWritePerSecond);
	}

	container(key: ContainerKey, figure: ContainerFigure): Series | undefined {
		return this.#containers.get(key)?.[figure];
	}

	host(figure: HostFigure): Series {
		return this.#host[figure];
	}

	/** Forgets everything, before another engine is watched. */
	clear(): void {
		this.#containers.clear();
		this.#host = newRecord(hostFigures);
	}

	/** Forgets containers that are gone, so that memory follows what exists. */
	keepOnly(keys: {has(key: ContainerKey): boolean}): void {
		for (const key of this.#containers.keys()) {
			if (!keys.has(key)) this.#containers.delete(key);
		}
	}
}

const newRecord = <Figure extends string>(figures: readonly Figure[]): Record<Figure, Series> =>
	Object.fromEntries(figures.map(figure => [figure, new Series(slotMillis, capacity)])) as Record<
		Figure,
		Series
	>;
