import type {LogLine} from '../model/log-line.ts';

/** Where a log was left: its newest time stamp, and what was read with that very stamp. */
export interface LastLines {
	note(lines: readonly LogLine[]): void;
	/** Undefined before the first line. */
	stamp(): string | undefined;
	/** Of lines that were read again from `stamp` on, those that had not been seen; none without a stamp. */
	unseen(lines: readonly LogLine[]): LogLine[];
}

/** Stamps have a fixed width, so that their order as text is their order in time. */
export const createLastLines = (): LastLines => {
	let newest: string | undefined;
	/** Several lines may share a stamp, and the same text may be among them twice. */
	let atNewest: LogLine[] = [];
	return {
		note(lines) {
			const before = newest;
			for (const line of lines) newest = later(stampOf(line), newest);
			if (newest !== before) atNewest = [];
			for (const line of lines)
				if (newest !== undefined && stampOf(line) === newest) atNewest.push(line);
		},
		stamp: () => newest,
		unseen(lines) {
			const seen = atNewest.map(identity);
			return lines.filter(line => {
				const stamp = stampOf(line);
				if (stamp === undefined) return false;
				if (stamp !== newest) return newest === undefined || stamp > newest;
				const index = seen.indexOf(identity(line));
				if (index >= 0) seen.splice(index, 1);
				return index < 0;
			});
		},
	};
};

const stampOf = (line: LogLine): string | undefined =>
	line.kind === 'line' ? line.stamp : undefined;

const later = (stamp: string | undefined, than: string | undefined): string | undefined =>
	stamp !== undefined && (than === undefined || stamp > than) ? stamp : than;

const identity = (line: LogLine): string =>
	line.kind === 'line' ? `${line.stream} ${line.text}` : line.reason;
