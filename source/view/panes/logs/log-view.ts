import {formatBytes} from '../../../format/bytes.ts';
import {formatClock} from '../../../format/clock.ts';
import {lineWidth} from '../../../format/line.ts';
import {styledSpans} from '../../../format/sanitise.ts';
import type {Line, Token} from '../../../format/span.ts';
import type {LogLine, LogStream} from '../../../model/log-line.ts';
import type {LogEntry} from '../../../store/logs/log-entry.ts';
import {selectedRow} from '../../../store/select-target.ts';
import type {View} from '../../view.ts';
import {plain, shorten, styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {withLevel} from './level.ts';
import {isOfSelection} from './log-position.ts';
import {sourceCells, sourceSpans} from './source-name.ts';

/** The lines of the log that fit: the newest while following, else those that end where the user stopped. */
export const logLines = (view: View, width: number, height: number): readonly Line[] => {
	const {state, logs} = view;
	const {held} = state.logs;
	const top = held === undefined ? logs.count - height : logs.indexOf(held.seq) - held.row;
	const first = Math.max(0, Math.min(top, logs.count - height));
	const entries = isOfSelection(state)
		? Array.from({length: height}, (_, row) => logs.at(first + row)).filter(isThere)
		: [];
	if (entries.length === 0) return emptyLines(view, width);
	const nameCells =
		state.logs.sources.size > 1 ? sourceCells([...state.logs.sources.values()], width) : undefined;
	return entries.map(entry => entryLine(view, entry, width, nameCells));
};

/** `nameCells`: for the name of the source, where there are several. */
const entryLine = (
	view: View,
	entry: LogEntry,
	width: number,
	nameCells: number | undefined,
): Line => {
	const {source, line} = entry;
	const {symbols} = view;
	const start: Line = [
		isFrom(line, 'stderr') ? styled('err', symbols.stderr) : plain(' '),
		...timeSpans(view, line.atMillis, width),
		...(nameCells === undefined || source === undefined
			? []
			: [
					...sourceSpans(
						view.state.logs.sources.get(source)?.name ?? 'gone',
						source,
						nameCells,
						symbols,
					),
					plain(' '),
				]),
	];
	const room = Math.max(0, width - lineWidth(start));
	if (line.kind === 'gap') {
		const rule = symbols.horizontal.repeat(2);
		const gap = styled('warn', `${rule} ${line.reason} ${rule}`);
		return [...start, ...shorten([gap], room, symbols.ellipsis)];
	}
	const cut: Line =
		line.cutBytes === undefined ? [] : [styled('muted', ` [+${formatBytes(line.cutBytes)}]`)];
	const textRoom = Math.max(0, room - lineWidth(cut));
	const text = withLevel(styledSpans(line.text, textRoom + 1));
	return [...start, ...shorten(text, textRoom, symbols.ellipsis), ...cut];
};

const isThere = (entry: LogEntry | undefined): entry is LogEntry => entry !== undefined;

const isFrom = (line: LogLine, stream: LogStream): boolean =>
	line.kind === 'line' && line.stream === stream;

/** Milliseconds only where there is room for them. */
const timeSpans = (view: View, atMillis: number | undefined, width: number): Line => {
	if (atMillis === undefined || width < 60) return [];
	const options = {offsetMinutes: view.zoneOffsetMinutes, millis: width >= 110};
	return [styled('muted', `${formatClock(atMillis, options)} `)];
};

/** An empty log pane always says why it is empty. */
const emptyLines = (view: View, width: number): readonly Line[] => {
	const {state} = view;
	const token: Token =
		isOfSelection(state) && state.logs.status.kind === 'failed' ? 'err' : 'muted';
	return wrapWords(whyEmpty(view), width - 4).map((text): Line => [styled(token, `  ${text}`)]);
};

const whyEmpty = (view: View): string => {
	const {state, symbols} = view;
	const {status, sinceMillis} = state.logs;
	if (selectedRow(state) === undefined) return 'nothing selected';
	if (!isOfSelection(state)) return `${symbols.wait} asking the engine`;
	switch (status.kind) {
		case 'idle':
		case 'opening':
			return state.connection.status === 'lost'
				? `${symbols.wait} waiting for the engine`
				: `${symbols.wait} asking the engine`;
		case 'following':
			return sinceMillis === undefined
				? 'no output yet; what is written appears here'
				: `no output since ${formatClock(sinceMillis, {offsetMinutes: view.zoneOffsetMinutes, millis: false})}; what is written appears here`;
		case 'gone':
			return 'the container is gone, and it had written nothing';
		case 'ended':
			return 'no output: it stopped without writing anything';
		case 'failed': {
			const {message, hint} = status.failure;
			return hint === undefined ? message : `${message} (${hint})`;
		}
	}
};
