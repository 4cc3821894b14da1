/** A process of a container as `ps` tells it; its texts are foreign. Undefined: there was no such column. */
export interface Process {
	/** Of the engine's machine; Podman counts within the container. */
	readonly pid: number;
	readonly parentPid?: number;
	readonly user?: string;
	/** Of one core, in percent, as the mean over the whole life of the process: that is what `ps` means. */
	readonly lifeCpuPercent?: number;
	/** CPU time since its start, in steps of `cpuStepMillis`. */
	readonly cpuMillis?: number;
	/** Resident. */
	readonly memoryBytes?: number;
	/** With its arguments. */
	readonly command?: string;
}

export interface ProcessList {
	readonly processes: readonly Process[];
	/** How many there are in all; more than are listed where they are very many. */
	readonly total: number;
	/** How exact CPU times are: engines tell whole seconds. */
	readonly cpuStepMillis: number;
}
