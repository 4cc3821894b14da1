/** A program that shows a log in a terminal, watched from outside. */
import {setTimeout as sleep} from 'node:timers/promises';
import {
	type CpuReading,
	forgetPeaks,
	readCpu,
	readPeakBytes,
	readProcesses,
	readResidentBytes,
	treeOf,
	usedNanos,
} from './proc.ts';
import {PseudoTerminal} from './pseudo-terminal.ts';

export const size = {columns: 200, rows: 50} as const;

const patienceMillis = 60_000;
/** After its last line, for what a program still does about it. */
const afterMillis = 300;
/** For what a program that was started or given a key does only once. */
const settleMillis = 3000;

/** What a program used of the machine between two moments. */
export interface Cost {
	readonly cpuSeconds: number;
	/** The most in between. */
	readonly peakBytes: number;
	/** The most, less what it had at the first moment. */
	readonly growthBytes: number;
	readonly terminalBytes: number;
	readonly millis: number;
}

const nothing: CpuReading = {nanosByThread: new Map(), reapedNanosByProcess: new Map()};

export class LogTerminal {
	readonly terminal: PseudoTerminal;
	readonly startedAtMillis = performance.now();

	constructor(command: readonly string[]) {
		this.terminal = new PseudoTerminal({command, ...size});
	}

	get pids(): readonly number[] {
		return treeOf(this.terminal.pid, readProcesses());
	}

	text(): string {
		return this.terminal.screen().join('\n');
	}

	/** Milliseconds since then until the screen has shown the text; undefined when it never does. */
	async timeUntil(
		shows: (screen: string) => boolean,
		sinceMillis: number,
		signal: AbortSignal,
		mostMillis = patienceMillis,
	): Promise<number | undefined> {
		const seen = Promise.withResolvers<number>();
		const look = (): void => {
			if (shows(this.text()))
				seen.resolve((this.terminal.lastWriteAtMillis ?? performance.now()) - sinceMillis);
		};
		const watching = this.terminal.emulator.onWriteParsed(look);
		look();
		const nap = new AbortController();
		const either = AbortSignal.any([signal, nap.signal]);
		const given = sleep(mostMillis, undefined, {signal: either}).catch(() => undefined);
		const millis = await Promise.race([seen.promise, given]);
		nap.abort();
		watching.dispose();
		signal.throwIfAborted();
		if (this.terminal.exit !== undefined)
			throw new Error(`the program ended; the screen:\n${this.text()}`);
		return millis;
	}

	/** As `timeUntil`, for what must come. */
	async until(pattern: RegExp, signal: AbortSignal): Promise<void> {
		const millis = await this.timeUntil(text => pattern.test(text), 0, signal);
		if (millis === undefined) throw new Error(`never saw ${pattern}; the screen:\n${this.text()}`);
	}

	/** Begins now, or with the program; the result tells the cost since. */
	watchCost(isFromStart = false): () => Cost {
		const pids = this.pids;
		const before = isFromStart ? nothing : readCpu(pids);
		const residentBytes = isFromStart ? 0 : readResidentBytes(pids);
		const written = isFromStart ? 0 : this.terminal.bytesWritten;
		const atMillis = isFromStart ? this.startedAtMillis : performance.now();
		if (!isFromStart) forgetPeaks(pids);
		return () => {
			const peakBytes = readPeakBytes(this.pids);
			return {
				cpuSeconds: usedNanos(before, readCpu(this.pids)) / 1e9,
				peakBytes,
				growthBytes: peakBytes - residentBytes,
				terminalBytes: this.terminal.bytesWritten - written,
				millis: performance.now() - atMillis,
			};
		};
	}

	rest(signal: AbortSignal): Promise<void> {
		return sleep(afterMillis, undefined, {signal});
	}

	settle(signal: AbortSignal): Promise<void> {
		return sleep(settleMillis, undefined, {signal});
	}

	stop(): Promise<void> {
		return this.terminal.stop();
	}
}
