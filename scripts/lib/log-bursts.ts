/** Many lines at once, written before a log is opened or while it is open. */
import {setTimeout as sleep} from 'node:timers/promises';
import {containerName, output, removeAll, startContainers} from './docker-cli.ts';
import {readLogScreen} from './log-screen.ts';
import type {Cost} from './log-terminal.ts';
import type {Tool} from './log-tools.ts';
import {backlogScript, burstScript, lineMark, quietScript} from './log-writers.ts';

export const purpose = 'logs';
export const [writerName, quietName] = [containerName(purpose, 1), containerName(purpose, 2)];
const options = ['--network=none', '--log-driver=json-file'];

export type BurstKind = 'live' | 'backlog';

export interface BurstRun extends Cost {
	/** Since the lines were asked for: of the container, or of the program by opening its log. */
	readonly firstLinesMillis: number | undefined;
	readonly lastLineMillis: number | undefined;
}

/** Beside one that says nothing, to which the list of a program can point before. */
export const startWriter = async (script: string, signal: AbortSignal): Promise<void> => {
	await removeAll(purpose);
	const plans = [script, quietScript].map(each => ({script: each, options}));
	await startContainers(purpose, plans, signal);
};

/** Ends the wait of a writer. */
export const tellWriter = (): Promise<string> =>
	output('docker', ['kill', '--signal=USR1', writerName]);

/** What the engine has of the writer's last line. */
export const lastNumber = async (): Promise<number | undefined> =>
	readLogScreen([await output('docker', ['logs', '--tail=1', writerName])]).lastNumber;

const untilWritten = async (count: number, signal: AbortSignal): Promise<void> => {
	while ((await lastNumber()) !== count) await sleep(200, undefined, {signal});
};

/** A container that has written so many lines, or is about to. */
export const prepareBurst = async (
	kind: BurstKind,
	count: number,
	signal: AbortSignal,
): Promise<void> => {
	await startWriter(kind === 'live' ? burstScript(count) : backlogScript(count), signal);
	if (kind === 'backlog') await untilWritten(count, signal);
};

const isFirst = (screen: string): boolean => /\bline \d{7}/u.test(screen);

export const runBurst = async (
	tool: Tool,
	kind: BurstKind,
	count: number,
	signal: AbortSignal,
): Promise<BurstRun> => {
	const isLive = kind === 'live';
	const terminal = await tool.start(writerName, quietName, signal);
	try {
		if (isLive) {
			tool.open(terminal, writerName);
			await terminal.settle(signal);
		}
		const isFromStart = !isLive && tool.isStartedByOpening;
		const cost = terminal.watchCost(isFromStart);
		const beganAt = isFromStart ? terminal.startedAtMillis : performance.now();
		const isLast = (screen: string): boolean => screen.includes(lineMark(count));
		const times = [isFirst, isLast].map(shows => terminal.timeUntil(shows, beganAt, signal));
		if (isLive) await tellWriter();
		else tool.open(terminal, writerName);
		const [firstLinesMillis, lastLineMillis] = await Promise.all(times);
		await terminal.rest(signal);
		return {firstLinesMillis, lastLineMillis, ...cost()};
	} finally {
		await terminal.stop();
	}
};
