/** What only the screen of the machine shows; read while it is open. Undefined means unknown. */
export interface HostDetail {
	/** 0 to 100 of each core since the previous sample. */
	readonly coresPercent?: readonly (number | undefined)[];
	/** Processes that run or wait for a disk, in the mean of 1, 5 and 15 minutes. */
	readonly loads?: readonly [number, number, number];
	readonly uptimeSeconds?: number;
	readonly memory?: HostMemoryParts;
	readonly fileSystems?: readonly FileSystem[];
	readonly interfaces?: readonly NetworkInterface[];
	/** Undefined where the kernel does not measure it. */
	readonly pressure?: HostPressure;
}

export interface HostMemoryParts {
	/** What programs could get. */
	readonly availableBytes: number;
	/** Used for nothing at all. */
	readonly freeBytes: number;
	/** 0 where there is none. */
	readonly swapTotalBytes: number;
}

/** One on a disk of this machine, once, wherever else it is mounted too. */
export interface FileSystem {
	/** Foreign text, as is everything that has a name. */
	readonly mountPoint: string;
	readonly type: string;
	/** As `df` counts: blocks kept for root are neither used nor free. */
	readonly usedBytes?: number;
	readonly totalBytes?: number;
	readonly readPerSecond?: number;
	readonly writePerSecond?: number;
}

export interface NetworkInterface {
	readonly name: string;
	readonly address?: string;
	/** Leads out of the machine; the others connect containers. */
	readonly isOuter: boolean;
	readonly rxPerSecond?: number;
	readonly txPerSecond?: number;
}

/** Share of the time in which something had to wait, 0 to 100, in the mean of 10 s, 60 s and 5 min. */
export type PressureMeans = readonly [number, number, number];

interface HostPressure {
	readonly cpu?: PressureMeans;
	readonly memory?: PressureMeans;
	readonly io?: PressureMeans;
}
