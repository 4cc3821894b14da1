import type {HostSample} from '../model/host-sample.ts';
import type {ContainerKey} from '../model/ids.ts';
import type {SeriesShape, Summand, Timeline} from '../model/series.ts';
import {patienceMillis, Series} from '../model/series.ts';
import type {ContainerUsage} from '../model/stats-sample.ts';
import {PastSum} from './past-sum.ts';

interface Figure<Sample> {
	of(sample: Sample): number | undefined;
	/** A level is known at an instant; everything else is a mean since the previous sample. */
	readonly isLevel?: true;
	/** The minimum of 10 s and of a minute costs 1.8 KB a figure: only where it is worth that. */
	readonly keepsMinimum?: true;
}

const ofContainer = {
	cpu: {of: usage => usage.cpuPercent, keepsMinimum: true},
	memory: {of: usage => usage.sample.memoryUsedBytes, keepsMinimum: true, isLevel: true},
	rx: {of: usage => usage.netRxPerSecond},
	tx: {of: usage => usage.netTxPerSecond},
	read: {of: usage => usage.blockReadPerSecond},
	write: {of: usage => usage.blockWritePerSecond},
} satisfies Readonly<Record<string, Figure<ContainerUsage>>>;

const ofHost = {
	cpu: {of: sample => sample.cpuPercent, keepsMinimum: true},
	memory: {of: sample => sample.memoryUsedBytes, keepsMinimum: true, isLevel: true},
	rx: {of: sample => sample.netRxPerSecond},
	tx: {of: sample => sample.netTxPerSecond},
	read: {of: sample => sample.diskReadPerSecond},
	write: {of: sample => sample.diskWritePerSecond},
} satisfies Readonly<Record<string, Figure<HostSample>>>;

export type ContainerFigure = keyof typeof ofContainer;
export type HostFigure = keyof typeof ofHost;

/** The slowest pace at which a container is sampled that is not looked at. */
const slowestPaceMillis = 5000;
/** So many samples in a row may fail before their absence is a gap. */
const missedSamples = 3;

/**
 * What the charts draw: the last day of every container that was ever measured, and of the host. In
 * all it is less than 40 KB each. Kept outside the state, because it changes in place.
 */
export class History {
	readonly #longestMillis: number;
	readonly #containers = new Map<ContainerKey, Series>();
	/** Undefined after one came or went. */
	#measured: readonly ContainerKey[] | undefined;
	#sums = new WeakMap<readonly ContainerKey[], Partial<Record<ContainerFigure, Timeline>>>();
	/** Counts samples. */
	#version = 0;
	#sinceMillis: number | undefined;
	#host: Series;

	/** `intervalMillis`: the time between two samples of what is looked at. */
	constructor(intervalMillis = 1000) {
		this.#longestMillis = missedSamples * Math.max(intervalMillis, slowestPaceMillis);
		this.#host = this.#newSeries(hostTable);
	}

	/** Of the first sample of all, by our clock; undefined before it. */
	get sinceMillis(): number | undefined {
		return this.#sinceMillis;
	}

	addUsage(key: ContainerKey, usage: ContainerUsage): void {
		this.#sinceMillis ??= usage.atMillis;
		let series = this.#containers.get(key);
		if (series === undefined) {
			series = this.#newSeries(containerTable);
			this.#containers.set(key, series);
			this.#forgetSums();
		}
		containerTable.record(series, usage);
		this.#version++;
	}

	addHost(sample: HostSample): void {
		this.#sinceMillis ??= sample.atMillis;
		hostTable.record(this.#host, sample);
	}

	/** Undefined while it was never measured. */
	container(key: ContainerKey, figure: ContainerFigure): Summand | undefined {
		return this.#containers.get(key)?.timeline(containerTable.indexOf(figure));
	}

	/** All that have a past; the same array while they are the same. */
	get measured(): readonly ContainerKey[] {
		this.#measured ??= [...this.#containers.keys()];
		return this.#measured;
	}

	/** Of several added up, as far as they have a past. For the same array it goes on where it was. */
	together(keys: readonly ContainerKey[], figure: ContainerFigure): Timeline {
		const [only] = keys;
		const alone = only === undefined || keys.length > 1 ? undefined : this.container(only, figure);
		if (alone !== undefined) return alone;
		const sums = this.#sums.get(keys) ?? {};
		this.#sums.set(keys, sums);
		sums[figure] ??= this.#sum(keys, figure);
		return sums[figure];
	}

	host(figure: HostFigure): Timeline {
		return this.#host.timeline(hostTable.indexOf(figure));
	}

	/** Forgets everything, before another engine is watched. */
	clear(): void {
		this.#sinceMillis = undefined;
		this.#containers.clear();
		this.#forgetSums();
		this.#host = this.#newSeries(hostTable);
	}

	/** Forgets containers that are gone, so that memory follows what exists. */
	keepOnly(keys: {has(key: ContainerKey): boolean}): void {
		for (const key of this.#containers.keys()) {
			if (keys.has(key)) continue;
			this.#containers.delete(key);
			this.#forgetSums();
		}
	}

	#forgetSums(): void {
		this.#measured = undefined;
		this.#sums = new WeakMap();
	}

	#sum(keys: readonly ContainerKey[], figure: ContainerFigure): Timeline {
		const timelines = keys.flatMap(key => this.container(key, figure) ?? []);
		// A sample reaches back to the one before, and is held for as long again.
		const unsettledMillis = this.#longestMillis + patienceMillis;
		return new PastSum(timelines, unsettledMillis, () => this.#version);
	}

	#newSeries({figures, minimums}: Pick<SeriesShape, 'figures' | 'minimums'>): Series {
		return new Series({figures, minimums, longestMillis: this.#longestMillis});
	}
}

/** A table of figures, made ready for what is done to every container every second. */
class FigureTable<Sample extends {readonly atMillis: number}> {
	readonly minimums: number;
	readonly #names: readonly string[];
	readonly #figures: readonly Figure<Sample>[];
	readonly #values: Float64Array;

	constructor(table: Readonly<Record<string, Figure<Sample>>>) {
		const keepsMinimum = ([, figure]: [string, Figure<Sample>]) => figure.keepsMinimum === true;
		const entries = Object.entries(table);
		const ordered = [
			...entries.filter(keepsMinimum),
			...entries.filter(entry => !keepsMinimum(entry)),
		];
		this.minimums = entries.filter(keepsMinimum).length;
		this.#names = ordered.map(([name]) => name);
		this.#figures = ordered.map(([, figure]) => figure);
		this.#values = new Float64Array(ordered.length);
	}

	get figures(): number {
		return this.#figures.length;
	}

	/** Where a figure is in a series. */
	indexOf(name: string): number {
		return this.#names.indexOf(name);
	}

	/** A sample continues the one before when it knows of any figure what happened since. */
	record(series: Series, sample: Sample): void {
		let continues = false;
		for (let index = 0; index < this.#figures.length; index++) {
			const figure = this.#figures[index];
			const value = figure?.of(sample);
			this.#values[index] = value ?? Number.NaN;
			if (value !== undefined && figure?.isLevel !== true) continues = true;
		}
		series.add(sample.atMillis, this.#values, continues);
	}
}

const containerTable = new FigureTable<ContainerUsage>(ofContainer);
const hostTable = new FigureTable<HostSample>(ofHost);
