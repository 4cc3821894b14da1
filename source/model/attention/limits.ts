/** From where on something counts as wrong. */
export interface Limits {
	/** Memory, of the limit of a container. */
	readonly memoryPercent: number;
	/** Time without the CPU it wanted. */
	readonly throttledPercent: number;
	/** Of the disk of the machine. */
	readonly diskPercent: number;
	/** Within ten minutes: so many make a crash loop. */
	readonly restarts: number;
	/** Ids of rules that are not applied. */
	readonly ignored: ReadonlySet<string>;
}

/** Unless the user wants others. */
export const usualLimits: Limits = {
	memoryPercent: 90,
	throttledPercent: 25,
	diskPercent: 90,
	restarts: 3,
	ignored: new Set(),
};
