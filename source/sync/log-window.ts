import type {Container} from '../model/container.ts';
import {known} from '../model/known.ts';
import type {LogLine} from '../model/log-line.ts';
import type {LogsOlder} from '../store/logs/logs-state.ts';
import type {SyncContext} from './context.ts';
import type {Reach} from './log-reach.ts';

/** Written meanwhile, or not shown. */
const spareEntries = 200;
/** As often a longer tail is tried; the last one is of more than a million lines. */
const tries = 5;

/** Nothing comes before: the log begins there, nothing older is wanted, or it cannot be read. */
export type PastEnd = Extract<LogsOlder, 'none' | 'window' | 'unreadable'>;

interface OlderLines {
	/** The last ones before what is shown, oldest first. */
	readonly lines: readonly LogLine[];
	/** Undefined where there may be more. */
	readonly end: PastEnd | undefined;
}

/**
 * Reads lines before those that are shown. The engine counts a tail from the end of the log, whatever
 * `until` says, so that it has to reach over all that was written since; how much that is can only be guessed.
 */
export const readOlder = async (
	{engine, signal}: SyncContext,
	container: Container,
	{
		reach,
		count,
		sinceMillis,
	}: {readonly reach: Reach; readonly count: number; readonly sinceMillis: number | undefined},
): Promise<OlderLines> => {
	const {tty} = container.details ?? (await engine.inspect(container.ref, signal));
	const options = {
		follow: false,
		tty,
		until: new Date(reach.atMillis + reach.blurMillis).toISOString(),
		...known('since', sinceMillis === undefined ? undefined : new Date(sinceMillis).toISOString()),
	};
	let tail = reach.entries + count + spareEntries;
	let before: number | undefined;
	for (let attempt = 1; ; attempt++) {
		const batches = await engine.logs(container.ref, {...options, tail}, signal);
		const {lines, total, isJoined} = await lastUnseen(batches, reach, count);
		if (lines.length >= count) return {lines, end: undefined};
		// A longer tail gave nothing more, and it does reach over what is shown.
		if (total === before && isJoined) return {lines, end: endOf(sinceMillis)};
		// So much was written since that nothing is found before it; what was found is a beginning.
		if (attempt === tries) return {lines, end: lines.length === 0 ? 'unreadable' : undefined};
		before = total;
		tail = 4 * tail + 10_000;
	}
};

/** Where there is nothing more. */
export const endOf = (sinceMillis: number | undefined): PastEnd =>
	sinceMillis === undefined ? 'none' : 'window';

/** The last of those lines that are not shown; `isJoined`: some were that are, or none of this source is. */
const lastUnseen = async (
	batches: AsyncIterable<readonly LogLine[]>,
	{atMillis, blurMillis, lines: shown}: Reach,
	count: number,
): Promise<{
	readonly lines: readonly LogLine[];
	readonly total: number;
	readonly isJoined: boolean;
}> => {
	const seen = new Map<string, number>();
	for (const line of shown) {
		if ((line.atMillis ?? 0) > atMillis + blurMillis) continue;
		seen.set(nameOf(line), (seen.get(nameOf(line)) ?? 0) + 1);
	}
	let lines: LogLine[] = [];
	let total = 0;
	let isJoined = shown.length === 0;
	for await (const batch of batches) {
		for (const line of batch) {
			total++;
			const name = nameOf(line);
			const times = seen.get(name) ?? 0;
			if (times > 0) {
				seen.set(name, times - 1);
				isJoined = true;
			} else lines.push(line);
		}
		if (lines.length > 2 * count) lines = lines.slice(-count);
	}
	return {lines: lines.slice(-count), total, isJoined};
};

const nameOf = (line: LogLine): string =>
	line.kind === 'line' ? `${line.stamp} ${line.stream} ${line.text}` : line.reason;
