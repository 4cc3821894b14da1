/** How much of the logs is kept, in lines and in bytes of memory. */
export interface LogLimits {
	readonly sourceLines: number;
	readonly sourceBytes: number;
	/** Of all sources together. */
	readonly allBytes: number;
	/** Of one entry; what goes on after that is another one. */
	readonly entryLines: number;
	readonly entryBytes: number;
}

const mebibyte = 1024 * 1024;

export const logLimits: LogLimits = {
	sourceLines: 10_000,
	sourceBytes: 8 * mebibyte,
	allBytes: 64 * mebibyte,
	entryLines: 1000,
	entryBytes: mebibyte,
};
