/** What a soak has found, before anybody judges it. */
import type {InsideCount, MemoryUsage} from './inside.ts';

/** From outside, every few seconds, whatever is on the screen. Seconds are since dockmon was started. */
export interface Tick {
	readonly atSeconds: number;
	/** Of dockmon and all below it. */
	readonly residentBytes: number;
	/** Undefined when it did not answer in time. */
	readonly memory: MemoryUsage | undefined;
	readonly files: number;
	readonly sockets: number;
	readonly threads: number;
	readonly children: number;
	/** Since the tick before, of one core. */
	readonly cpuPercent: number;
}

/** Of what is alive when the list is on the screen and nothing else happens. */
export interface HomeCount {
	readonly atSeconds: number;
	/** In use after garbage was collected: the heap and what its objects hold outside of it. */
	readonly liveBytes: number;
	readonly files: number;
	readonly children: number;
	readonly threads: number;
	readonly timers: number;
	/** On what lives as long as the process: itself, the terminal, signals, the store. */
	readonly listeners: number;
	/** All others that can be listened to, with their listeners. */
	readonly transient: number;
	readonly entries: number;
	readonly inside: InsideCount;
}

export interface SoakRestart {
	readonly signal: NodeJS.Signals;
	readonly atSeconds: number;
	/** All containers run again. */
	readonly backSeconds: number;
}

export interface SoakRecord {
	readonly ticks: readonly Tick[];
	readonly counts: readonly HomeCount[];
	readonly restarts: readonly SoakRestart[];
	readonly containers: number;
	readonly replaced: number;
	readonly rounds: number;
	/** Each time that it did not go on as it should, with its words. */
	readonly faults: readonly string[];
}
