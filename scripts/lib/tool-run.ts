/** One life of a program that watches containers: how it starts, and what it costs then. */
import {setTimeout as sleep} from 'node:timers/promises';
import {
	type CpuReading,
	readCpu,
	readProcesses,
	readResidentBytes,
	treeOf,
	usedNanos,
} from './proc.ts';
import {PseudoTerminal} from './pseudo-terminal.ts';
import {
	countScreen,
	type StartTimes,
	settleSeconds,
	startTimes,
	type TimedCounts,
} from './start-timeline.ts';

/** What has not shown all figures so long after settling is measured as it is. */
const patienceMillis = 20_000;
export const size = {columns: 200, rows: 60} as const;

export interface RunOptions {
	readonly command: readonly string[];
	/** What the names of the watched containers begin with. */
	readonly namePrefix: string;
	readonly enginePids: readonly number[];
	readonly seconds: number;
	readonly signal: AbortSignal;
}

/** Shares are of one core, in per cent. */
export interface ToolRun {
	readonly start: StartTimes;
	/** CPU time of the settling, from the first instruction. */
	readonly settleCpuSeconds: number;
	readonly ownPercent: number;
	readonly enginePercent: number;
	readonly residentBytes: number;
	readonly bytesPerSecond: number;
}

const percentOfCore = (nanos: number, millis: number): number => nanos / millis / 1e4;

interface Watched {
	readonly pids: () => readonly number[];
	readonly bytes: () => number;
}

/** Shares of a core and bytes per second over a time. */
const measure = async (
	{enginePids, seconds, signal}: RunOptions,
	{pids, bytes}: Watched,
): Promise<Pick<ToolRun, 'ownPercent' | 'enginePercent' | 'bytesPerSecond'>> => {
	const read = (): {own: CpuReading; engine: CpuReading; atMillis: number; written: number} => ({
		own: readCpu(pids()),
		engine: readCpu(enginePids),
		atMillis: performance.now(),
		written: bytes(),
	});
	const before = read();
	await sleep(seconds * 1000, undefined, {signal});
	const after = read();
	const millis = after.atMillis - before.atMillis;
	return {
		ownPercent: percentOfCore(usedNanos(before.own, after.own), millis),
		enginePercent: percentOfCore(usedNanos(before.engine, after.engine), millis),
		bytesPerSecond: ((after.written - before.written) * 1000) / millis,
	};
};

/** What the engine uses while nobody watches, in per cent of a core. */
export const measureIdle = async (options: RunOptions): Promise<number> =>
	(await measure(options, {pids: () => [], bytes: () => 0})).enginePercent;

const nothing: CpuReading = {nanosByThread: new Map(), reapedNanosByProcess: new Map()};

const isComplete = (timeline: readonly TimedCounts[]): boolean =>
	startTimes(timeline).allFigures !== undefined;

/** On a machine that is busy the start takes longer, and would be measured for the steady state. */
const settleLonger = async (
	timeline: readonly TimedCounts[],
	signal: AbortSignal,
): Promise<void> => {
	const deadline = performance.now() + patienceMillis;
	while (!isComplete(timeline) && performance.now() < deadline)
		await sleep(250, undefined, {signal});
	await sleep(settleSeconds * 1000, undefined, {signal});
};

/** Starts the program, lets it settle, measures it, and ends it, whatever happens. */
export const runTool = async (options: RunOptions): Promise<ToolRun> => {
	const {command, namePrefix, signal} = options;
	const startedAt = performance.now();
	const terminal = new PseudoTerminal({command, ...size});
	const timeline: TimedCounts[] = [];
	const watching = terminal.emulator.onWriteParsed(() => {
		const atMillis = (terminal.lastWriteAtMillis ?? performance.now()) - startedAt;
		timeline.push({atMillis, ...countScreen(terminal.screen(), namePrefix)});
	});
	const pids = (): readonly number[] => treeOf(terminal.pid, readProcesses());
	try {
		await sleep(settleSeconds * 1000, undefined, {signal});
		const settleCpuSeconds = usedNanos(nothing, readCpu(pids())) / 1e9;
		if (!isComplete(timeline)) await settleLonger(timeline, signal);
		watching.dispose();
		const steady = await measure(options, {pids, bytes: () => terminal.bytesWritten});
		if (terminal.exit !== undefined)
			throw new Error(`${command.join(' ')} ended:\n${terminal.screen().join('\n')}`);
		const residentBytes = readResidentBytes(pids());
		return {start: startTimes(timeline), settleCpuSeconds, residentBytes, ...steady};
	} finally {
		await terminal.stop();
	}
};
