import {median} from './statistics.ts';

/** What both tools tell of a container. */
export interface Figures {
	readonly cpuPercent: number;
	readonly memoryBytes: number;
}

/** The same moment of the same container, told by both. */
export interface Pair {
	readonly docker: Figures;
	readonly ours: Figures;
}

const units: Readonly<Record<string, number>> = {B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30};

/** Bytes of `12.5MiB`, as docker prints them with four digits. */
const parseBytes = (text: string): number => {
	const [, digits, unit = ''] = /^([\d.]+)([KMG]?i?B)$/u.exec(text.trim()) ?? [];
	const factor = units[unit];
	if (factor === undefined) throw new Error(`docker printed a size that is not known: ${text}`);
	return Number(digits) * factor;
};

export const statsFormat = '{{.ID}} {{.CPUPerc}} {{.MemUsage}}';

/** What `docker stats` prints with that format, by id. */
export const parseStats = (printed: string): ReadonlyMap<string, Figures> =>
	new Map(
		printed.split('\n').map(line => {
			const [id = '', cpu = '', memory = ''] = line.split(' ');
			return [id, {cpuPercent: Number.parseFloat(cpu), memoryBytes: parseBytes(memory)}];
		}),
	);

const middle = (figures: readonly Figures[]): Figures => ({
	cpuPercent: median(figures.map(({cpuPercent}) => cpuPercent)) ?? Number.NaN,
	memoryBytes: median(figures.map(({memoryBytes}) => memoryBytes)) ?? Number.NaN,
});

/**
 * Medians of several rounds. The two tools look at seconds that begin at different moments, so single
 * rounds differ by what the load itself did meanwhile.
 */
export const middlePair = (pairs: readonly Pair[]): Pair => ({
	docker: middle(pairs.map(({docker}) => docker)),
	ours: middle(pairs.map(({ours}) => ours)),
});

export const cpuPointsApart = ({docker, ours}: Pair): number =>
	Math.abs(docker.cpuPercent - ours.cpuPercent);

export const memoryPercentApart = ({docker, ours}: Pair): number =>
	(100 * Math.abs(docker.memoryBytes - ours.memoryBytes)) / docker.memoryBytes;

/** Cumulative, in bytes; undefined where the engine counts none. */
export interface Counters {
	readonly netRxBytes: number | undefined;
	readonly netTxBytes: number | undefined;
	readonly blockReadBytes: number | undefined;
	readonly blockWriteBytes: number | undefined;
}

/** The part of an engine's answer about stats that has the counters. */
export interface StatsAnswer {
	readonly networks?: Readonly<
		Record<string, {readonly rx_bytes: number; readonly tx_bytes: number}>
	>;
	readonly blkio_stats: {
		readonly io_service_bytes_recursive: ReadonlyArray<{
			readonly op: string;
			readonly value: number;
		}> | null;
	};
}

const sum = (values: readonly number[]): number =>
	values.reduce((total, value) => total + value, 0);

/** As docker's CLI adds them up: all interfaces, and all devices by the first letter of what was done. */
export const countersOf = ({networks, blkio_stats: blkio}: StatsAnswer): Counters => {
	const interfaces = networks && Object.values(networks);
	const entries = blkio.io_service_bytes_recursive ?? undefined;
	const done = (letter: string): number | undefined =>
		entries &&
		sum(entries.filter(({op}) => op.toLowerCase().startsWith(letter)).map(({value}) => value));
	return {
		netRxBytes: interfaces && sum(interfaces.map(({rx_bytes: bytes}) => bytes)),
		netTxBytes: interfaces && sum(interfaces.map(({tx_bytes: bytes}) => bytes)),
		blockReadBytes: done('r'),
		blockWriteBytes: done('w'),
	};
};
