/** A container that writes tens of thousands of lines a second, for a while, in an open log. */
import {setTimeout as sleep} from 'node:timers/promises';
import {lastNumber, quietName, startWriter, tellWriter, writerName} from './log-bursts.ts';
import {type LogScreen, readLogScreen} from './log-screen.ts';
import type {Cost, LogTerminal} from './log-terminal.ts';
import type {Tool} from './log-tools.ts';
import {floodScript} from './log-writers.ts';
import {readProcFile} from './proc.ts';

const lookMillis = 100;
/** The private mode that brackets an update. */
const synchronizedUpdate = 2026;
const keyPauseMillis = 400;
const longestKeyMillis = 10_000;
/** What a log is shown late by is waited for. */
const mostLateMillis = 60_000;

export interface FloodOptions {
	readonly linesPerSecond: number;
	readonly seconds: number;
	readonly signal: AbortSignal;
}

export interface FloodRun extends Cost {
	/** Numbers begin at 1. */
	readonly writtenLines: number;
	readonly writtenPerSecond: number;
	/** How old the newest line on the screen was, each time the screen was looked at. */
	readonly lagsMillis: readonly number[];
	/** From the last line being written, as it says itself, to the screen. */
	readonly endLagMillis: number | undefined;
	readonly keysMillis: readonly number[];
	/** Lines missing between two rows of a screen without a word. */
	readonly silentlyMissing: number;
	/** Of the oldest line that can be scrolled to. Undefined for what does not scroll. */
	readonly oldestNumber: number | undefined;
	/** Undefined as that. */
	readonly toldSkipped: number | undefined;
}

/** Of the machine, which containers see too. */
const uptimeSeconds = (): number => Number(readProcFile('uptime')?.split(' ')[0]);

const lagMillis = ({writtenAtSeconds}: LogScreen): number | undefined =>
	writtenAtSeconds === undefined ? undefined : (uptimeSeconds() - writtenAtSeconds) * 1000;

const hasEnded = (screen: string): boolean => /line \d{7} at [\d.]+ ended/u.test(screen);
const isHeld = (screen: string): boolean => screen.includes('HELD');

/**
 * Looks at the screen until the end of the flood is on it. A program that brackets its updates is
 * looked at behind one, because in the middle of it rows of two moments stand side by side.
 */
const watchScreen = async (
	{terminal}: LogTerminal,
	endsAtMillis: number,
	signal: AbortSignal,
): Promise<Pick<FloodRun, 'lagsMillis' | 'silentlyMissing'>> => {
	const lagsMillis: number[] = [];
	const holes = new Map<number, number>();
	let lookedAtMillis = 0;
	let isBracketing = false;
	let isOver = false;
	const look = (): void => {
		if (isOver || performance.now() - lookedAtMillis < lookMillis) return;
		lookedAtMillis = performance.now();
		const rows = terminal.screen();
		const screen = readLogScreen(rows);
		for (const [number, missing] of screen.silentHoles) holes.set(number, missing);
		const lag = rows.some(isHeld) ? undefined : lagMillis(screen);
		if (lag !== undefined) lagsMillis.push(lag);
		isOver = rows.some(hasEnded);
	};
	const {emulator} = terminal;
	const watching = [
		emulator.parser.registerCsiHandler({prefix: '?', final: 'l'}, ([mode]) => {
			if (mode !== synchronizedUpdate) return false;
			isBracketing = true;
			look();
			return false;
		}),
		emulator.onWriteParsed(() => {
			if (!isBracketing) look();
		}),
	];
	while (performance.now() < endsAtMillis && !isOver) {
		await sleep(lookMillis, undefined, {signal});
		// What came last, too soon after a look, stays as it is.
		if (performance.now() - (terminal.lastWriteAtMillis ?? 0) > 2 * lookMillis) look();
	}
	for (const each of watching) each.dispose();
	return {lagsMillis, silentlyMissing: [...holes.values()].reduce((a, b) => a + b, 0)};
};

/** Holds the log and lets it go on, in turn. */
const pressKeys = async (
	terminal: LogTerminal,
	isOver: () => boolean,
	signal: AbortSignal,
): Promise<number[]> => {
	const times: number[] = [];
	const press = async (key: string, shows: (screen: string) => boolean): Promise<void> => {
		const atMillis = performance.now();
		terminal.terminal.type(key);
		const millis = await terminal.timeUntil(shows, atMillis, signal, longestKeyMillis);
		times.push(millis ?? longestKeyMillis);
		await sleep(keyPauseMillis, undefined, {signal});
	};
	while (!isOver()) {
		await press('\u001b[5~', isHeld);
		await press('\u001b[F', screen => !isHeld(screen));
	}
	return times;
};

/**
 * The oldest line there is, and what is told of those before it. Each time the cursor goes to the top, older
 * lines are loaded above it: the next time it goes to the oldest of those, before which is what was told then.
 */
const readOldest = async (
	terminal: LogTerminal,
	signal: AbortSignal,
): Promise<Pick<FloodRun, 'oldestNumber' | 'toldSkipped'>> => {
	const top = async () => {
		terminal.terminal.type('\u001b[H');
		// On a busy machine it takes longer: what is told goes down as long as older lines come.
		const told = (): number => readLogScreen(terminal.terminal.screen()).toldSkipped;
		let before: number;
		do {
			before = told();
			await terminal.settle(signal);
		} while (told() !== before);
		return terminal.terminal.screen();
	};
	const {toldSkipped} = readLogScreen(await top());
	const cursor = (await top()).filter(row => row.startsWith('\u258c'));
	const {firstNumber: oldestNumber} = readLogScreen(cursor);
	return {oldestNumber, toldSkipped};
};

export const runFlood = async (
	tool: Tool,
	{linesPerSecond, seconds, signal}: FloodOptions,
): Promise<FloodRun> => {
	await startWriter(floodScript(linesPerSecond, seconds), signal);
	const terminal = await tool.start(writerName, quietName, signal);
	try {
		tool.open(terminal, writerName);
		await terminal.settle(signal);
		const cost = terminal.watchCost();
		await tellWriter();
		await terminal.until(/line \d{7}/u, signal);
		const endsAtMillis = performance.now() + seconds * 1000;
		const isOver = (): boolean => performance.now() > endsAtMillis;
		const watched = watchScreen(terminal, endsAtMillis + mostLateMillis, signal);
		const keysMillis = tool.isStartedByOpening ? [] : await pressKeys(terminal, isOver, signal);
		const seen = await watched;
		const last = readLogScreen(terminal.terminal.screen());
		const endLagMillis = hasEnded(terminal.text()) ? lagMillis(last) : undefined;
		const total = {...seen, endLagMillis, keysMillis, ...cost()};
		const oldest = tool.isStartedByOpening
			? {oldestNumber: undefined, toldSkipped: undefined}
			: await readOldest(terminal, signal);
		const writtenLines = (await lastNumber()) ?? 0;
		return {...total, ...oldest, writtenLines, writtenPerSecond: writtenLines / seconds};
	} finally {
		await terminal.stop();
	}
};
