import type {LogLine} from '../model/log-line.ts';

/** Where a log was left: its newest time stamp, and what was read with that very stamp. */
export interface LastLines {
	note(lines: readonly LogLine[]): void;
	/** Undefined before the first line. */
	stamp(): string | undefined;
	/** Of lines that were read again from `stamp` on, those that had not been seen; none without a stamp. */
	unseen(lines: readonly LogLine[]): LogLine[];
	/** The same for lines that come bit by bit; what has no stamp, such as a gap, is handed on. */
	unseenOf(): (lines: readonly LogLine[]) => LogLine[];
}

/** Stamps have a fixed width, so that their order as text is their order in time. */
export const createLastLines = (): LastLines => {
	let newest: string | undefined;
	/** How often a text has that stamp: several lines may share it, and the same text may be among them twice. */
	let atNewest = new Map<string, number>();
	const unseenOf: LastLines['unseenOf'] = () => {
		const [from, left] = [newest, new Map(atNewest)];
		return lines =>
			lines.filter(line => {
				const stamp = stampOf(line);
				if (stamp === undefined || from === undefined) return true;
				if (stamp !== from) return stamp > from;
				const count = left.get(identity(line)) ?? 0;
				left.set(identity(line), count - 1);
				return count <= 0;
			});
	};
	return {
		note(lines) {
			const before = newest;
			for (const line of lines) newest = later(stampOf(line), newest);
			if (newest !== before) atNewest = new Map();
			for (const line of lines) {
				if (newest === undefined || stampOf(line) !== newest) continue;
				const name = identity(line);
				const count = atNewest.get(name) ?? 0;
				if (count > 0 || atNewest.size < mostRemembered) atNewest.set(name, count + 1);
			}
		},
		stamp: () => newest,
		unseen: lines => unseenOf()(lines).filter(line => stampOf(line) !== undefined),
		unseenOf,
	};
};

/** An engine whose stamps never change must not fill the memory; Podman 4 has one for all lines of a second. */
const mostRemembered = 100_000;

const stampOf = (line: LogLine): string | undefined =>
	line.kind === 'line' ? line.stamp : undefined;

const later = (stamp: string | undefined, than: string | undefined): string | undefined =>
	stamp !== undefined && (than === undefined || stamp > than) ? stamp : than;

const identity = (line: LogLine): string =>
	line.kind === 'line' ? `${line.stream} ${line.text}` : line.reason;
