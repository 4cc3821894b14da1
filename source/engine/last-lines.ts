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
	let atNewest: string[] = [];
	return {
		note(lines) {
			for (const line of lines) {
				if (line.kind !== 'line' || line.stamp === undefined) continue;
				if (newest === undefined || line.stamp > newest) {
					newest = line.stamp;
					atNewest = [];
				}
				if (line.stamp === newest) atNewest.push(identity(line));
			}
		},
		stamp: () => newest,
		unseen(lines) {
			const seen = [...atNewest];
			return lines.filter(line => {
				if (line.kind !== 'line' || line.stamp === undefined) return false;
				if (line.stamp !== newest) return newest === undefined || line.stamp > newest;
				const index = seen.indexOf(identity(line));
				if (index >= 0) seen.splice(index, 1);
				return index < 0;
			});
		},
	};
};

const identity = ({stream, text}: Extract<LogLine, {kind: 'line'}>): string => `${stream} ${text}`;
