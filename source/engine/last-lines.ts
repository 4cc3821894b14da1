import type {LogLine} from '../model/log-line.ts';

/** Where a log was left: its newest time stamp, and what was read with that very stamp. */
export interface LastLines {
	note(lines: readonly LogLine[]): void;
	/** Undefined before the first line. */
	stamp(): string | undefined;
	/** Of lines that were read again from `stamp` on, those that had not been seen; none without a stamp. */
	unseen(lines: readonly LogLine[]): LogLine[];
	/**
	 * Of lines that come bit by bit in the one order of the log, from `stamp` or before it on: those behind the last
	 * that was noted. What has no stamp, such as a gap, is handed on.
	 */
	behind(): (lines: readonly LogLine[]) => LogLine[];
}

/** Stamps have a fixed width, so that their order as text is their order in time. */
export const createLastLines = (): LastLines => {
	let newest: string | undefined;
	/** How often a text has that stamp: several lines may share it, and the same text may be among them twice. */
	let atNewest = new Map<string, number>();
	return {
		note(lines) {
			const before = newest;
			lines.forEach(line => {
				newest = later(stampOf(line), newest);
			});
			if (newest !== before) atNewest = new Map();
			lines.forEach(line => {
				if (newest === undefined || stampOf(line) !== newest) return;
				const name = identity(line);
				const count = atNewest.get(name) ?? 0;
				if (count > 0 || atNewest.size < mostRemembered) atNewest.set(name, count + 1);
			});
		},
		stamp: () => newest,
		unseen(lines) {
			const seen = new Map(atNewest);
			return lines.filter(line => {
				const stamp = stampOf(line);
				if (stamp === undefined) return false;
				if (stamp !== newest) return newest === undefined || stamp > newest;
				const count = seen.get(identity(line)) ?? 0;
				seen.set(identity(line), count - 1);
				return count <= 0;
			});
		},
		behind: () => behindLast(newest, new Map(atNewest)),
	};
};

/** `left`: how often each line has that stamp; it is used up. */
const behindLast = (
	from: string | undefined,
	left: Map<string, number>,
): ((lines: readonly LogLine[]) => LogLine[]) => {
	// Until the last of them has come again, what has the same stamp stands before it.
	let awaited = [...left.values()].reduce((sum, count) => sum + count, 0);
	const isBehind = (line: LogLine): boolean => {
		const stamp = stampOf(line);
		if (stamp === undefined || from === undefined) return true;
		if (stamp !== from || awaited === 0) return stamp >= from;
		const count = left.get(identity(line)) ?? 0;
		left.set(identity(line), count - 1);
		if (count > 0) awaited--;
		return false;
	};
	return lines => lines.filter(isBehind);
};

/** An engine whose stamps never change must not fill the memory; Podman 4 has one for all lines of a second. */
const mostRemembered = 100_000;

const stampOf = (line: LogLine): string | undefined =>
	line.kind === 'line' ? line.stamp : undefined;

const later = (stamp: string | undefined, than: string | undefined): string | undefined =>
	stamp !== undefined && (than === undefined || stamp > than) ? stamp : than;

const identity = (line: LogLine): string =>
	line.kind === 'line' ? `${line.stream} ${line.text}` : line.reason;
