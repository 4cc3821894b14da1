import type {StatsSample} from './stats-sample.ts';

/**
 * CPU use between two samples in percent of one core, as `docker stats` shows it.
 *
 * Used time over elapsed time, both by the engine's clock (`cpu_stats.cpu_usage.total_usage` and
 * `read`). That is steadier than the formula of docker's CLI over `system_cpu_usage`, which leaves
 * stolen time out, and works where an engine never fills `precpu_stats`.
 *
 * Undefined for the first sample, after a restart (the counter went back), and when no time passed.
 */
export const cpuPercent = (
	previous: StatsSample | undefined,
	current: StatsSample,
): number | undefined => {
	if (previous?.cpuTotalNanos === undefined || current.cpuTotalNanos === undefined)
		return undefined;
	const elapsedNanos = Number(current.readAtNanos - previous.readAtNanos);
	const usedNanos = current.cpuTotalNanos - previous.cpuTotalNanos;
	if (elapsedNanos <= 0 || usedNanos < 0) return undefined;
	return (usedNanos / elapsedNanos) * 100;
};
