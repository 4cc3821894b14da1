import type {ContainerRef} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import {memoryUsed} from '../../model/memory.ts';
import type {StatsSample} from '../../model/stats-sample.ts';
import {stampNanos} from '../stamp.ts';
import {type Raw, rawCount, rawList, rawObject, rawText} from './raw.ts';

/**
 * One answer of `GET /containers/ID/stats`. Undefined for a container that does not run: engines
 * answer then with zeros, an empty object, nothing, or a success that holds an error.
 */
export const mapStats = (value: unknown, ref: ContainerRef): StatsSample | undefined => {
	const raw = rawObject(value);
	const readAtNanos = stampNanos(rawText(raw['read']) ?? '');
	const cpuTotalNanos = rawCount(
		rawObject(rawObject(raw['cpu_stats'])['cpu_usage'])['total_usage'],
	);
	const throttling = rawObject(rawObject(raw['cpu_stats'])['throttling_data']);
	const rawMemory = rawObject(raw['memory_stats']);
	const usage = rawCount(rawMemory['usage']);
	if (readAtNanos === undefined || (!cpuTotalNanos && !usage)) return undefined;
	const limit = rawCount(rawMemory['limit']);
	const parts = numbers(rawMemory['stats']);
	const memory = memoryUsed({usage, limit, stats: parts});
	return {
		ref,
		origin: 'api',
		readAtNanos,
		...known('cpuTotalNanos', cpuTotalNanos),
		...known('memoryUsedBytes', memory?.usedBytes),
		...known('memoryCacheBytes', memory?.cacheBytes),
		// The names of cgroup v1, then those of v2, which tells nothing of swap.
		...known('memoryAnonBytes', parts['total_rss'] ?? parts['anon']),
		...known('memoryFileBytes', parts['total_cache'] ?? parts['file']),
		...known('memorySwapBytes', parts['total_swap']),
		...known('memoryLimitBytes', limit || undefined),
		...traffic(raw),
		...blockIo(rawObject(raw['blkio_stats'])),
		...known('pids', rawCount(rawObject(raw['pids_stats'])['current'])),
		...known('cpuPeriods', rawCount(throttling['periods'])),
		...known('cpuThrottledPeriods', rawCount(throttling['throttled_periods'])),
	};
};

/** Sum over all interfaces. */
const traffic = (
	raw: Raw,
): Pick<StatsSample, 'netRxBytes' | 'netTxBytes' | 'netErrors' | 'netDrops'> => {
	const networks = rawObject(raw['networks']);
	const interfaces = Object.values(networks).map(rawObject);
	if (interfaces.length === 0) return {};
	const total = (...names: readonly string[]): number | undefined =>
		sum(interfaces.flatMap(item => names.map(name => rawCount(item[name]))));
	const rxBytes = total('rx_bytes');
	const txBytes = total('tx_bytes');
	// Podman 4 says so where a container has no network, too.
	if (!rxBytes && !txBytes && 'network' in networks) return {};
	return {
		...known('netRxBytes', rxBytes),
		...known('netTxBytes', txBytes),
		...known('netErrors', total('rx_errors', 'tx_errors')),
		...known('netDrops', total('rx_dropped', 'tx_dropped')),
	};
};

/** cgroup v1 says `Read`, v2 `read`; without the list the engine does not know. */
const blockIo = (raw: Raw): Pick<StatsSample, 'blockReadBytes' | 'blockWriteBytes'> => {
	const list = raw['io_service_bytes_recursive'];
	if (!Array.isArray(list)) return {};
	const entries = rawList(list).map(rawObject);
	const bytesOf = (letter: string) =>
		sum(
			entries
				.filter(entry => rawText(entry['op'])?.toLowerCase().startsWith(letter))
				.map(entry => rawCount(entry['value'])),
		);
	return {...known('blockReadBytes', bytesOf('r')), ...known('blockWriteBytes', bytesOf('w'))};
};

/** Undefined as soon as one of them is: less than the truth would look like the truth. */
const sum = (values: readonly (number | undefined)[]): number | undefined =>
	values.reduce<number | undefined>(
		(total, value) => (total === undefined || value === undefined ? undefined : total + value),
		0,
	);

const numbers = (value: unknown): Readonly<Record<string, number>> => {
	const found: Record<string, number> = Object.create(null);
	for (const [name, item] of Object.entries(rawObject(value))) {
		const count = rawCount(item);
		if (count !== undefined) found[name] = count;
	}
	return found;
};
