import type {LogLine} from '../model/log-line.ts';
import type {LogLevel} from '../model/logs/log-level.ts';
import {safeJson} from './safe-json.ts';
import {cleanText} from './sanitise.ts';

/** The text of one line, clean: for a clipboard, a file, a pipe. A note stands between rules, as on the screen. */
export const logLineText = (line: LogLine): string =>
	line.kind === 'line'
		? `${cleanText(line.text)}${line.cutBytes === undefined ? '' : ` [+${line.cutBytes} bytes]`}`
		: `── ${cleanText(line.reason)} ──`;

/** `2026-11-23T09:59:00.000000000Z api text`: a line among those of others. `source`: foreign text. */
export const logLineNamed = (line: LogLine, source: string | undefined): string =>
	`${logLineStamp(line) ?? '-'} ${source === undefined ? '-' : cleanText(source)} ${logLineText(line)}`;

/** What a line of JSON tells beside the line itself. */
export interface LogLineFacts {
	/** Of the container or of its place in the project; foreign text. Null for a note about all. */
	readonly source: string | null;
	readonly level?: LogLevel;
}

/** One line as one line of JSON. The text is as the program wrote it; what a terminal would act on is escaped. */
export const logLineJson = (line: LogLine, {source, level}: LogLineFacts): string => {
	const time = logLineStamp(line) ?? null;
	const facts =
		line.kind === 'line'
			? {stream: line.stream, level: level ?? null, text: line.text, cutBytes: line.cutBytes ?? 0}
			: {note: line.reason};
	return safeJson({time, source, ...facts});
};

/** As the engine gave it, with all its digits. Undefined where it gave none. */
const logLineStamp = (line: LogLine): string | undefined => {
	if (line.kind === 'line' && line.stamp !== undefined) return line.stamp;
	return line.atMillis === undefined ? undefined : new Date(line.atMillis).toISOString();
};
