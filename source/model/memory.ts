/** `memory_stats` of the API; every field may be absent. */
export interface RawMemory {
	readonly usage?: number | undefined;
	readonly limit?: number | undefined;
	readonly stats?: Readonly<Record<string, number>> | undefined;
}

export interface Memory {
	readonly usedBytes: number;
	readonly cacheBytes?: number;
}

/**
 * Memory by the rule of docker's CLI: the inactive page cache does not count, because the kernel
 * takes it back at need. cgroup v1 calls it `total_inactive_file`, v2 `inactive_file`; a value that
 * is not below the usage is not believed. Undefined when the engine reports no usage (memory cgroup
 * off gives 0 with a limit of 0).
 */
export const memoryUsed = (raw: RawMemory): Memory | undefined => {
	const {usage} = raw;
	if (usage === undefined || (usage === 0 && (raw.limit ?? 0) === 0)) return undefined;
	const inactive = raw.stats?.['total_inactive_file'] ?? raw.stats?.['inactive_file'];
	if (inactive === undefined) return {usedBytes: usage};
	return inactive < usage
		? {usedBytes: usage - inactive, cacheBytes: inactive}
		: {usedBytes: usage};
};
