/**
 * Growth of a counter per second. Undefined without a previous value, after a reset (the counter
 * went back), and when no time passed.
 */
export const ratePerSecond = (
	previous: number | undefined,
	current: number | undefined,
	elapsedMillis: number,
): number | undefined => {
	if (previous === undefined || current === undefined || elapsedMillis <= 0) return undefined;
	const growth = current - previous;
	return growth < 0 ? undefined : (growth * 1000) / elapsedMillis;
};
