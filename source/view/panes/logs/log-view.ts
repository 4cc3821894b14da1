import {formatBytes} from '../../../format/bytes.ts';
import {formatClock} from '../../../format/clock.ts';
import {fitLine, lineWidth} from '../../../format/line.ts';
import {styledSpans} from '../../../format/sanitise.ts';
import type {Line, Token} from '../../../format/span.ts';
import type {Container} from '../../../model/container.ts';
import {displayName} from '../../../model/container-facts.ts';
import type {LogLine, LogStream} from '../../../model/log-line.ts';
import type {LogEntry} from '../../../store/log-book.ts';
import {selectedContainer} from '../../../store/select-target.ts';
import type {View} from '../../view.ts';
import {plain, shorten, styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {withLevel} from './level.ts';

const nameCells = 10;
/** Names of a merged log keep their colour as long as the container lives: it comes from its id. */
const sourceTokens = ['ok', 'info', 'warn', 'pause', 'accent', 'load1'] as const;

/** The lines of the log that fit: the newest while following, else those that end where the user stopped. */
export const logLines = (view: View, width: number, height: number): readonly Line[] => {
	const {state, logs} = view;
	const last = state.logs.heldAt ?? logs.lastSeq;
	const entries = logs.window(last, height);
	if (entries.length === 0) return emptyLines(view, width);
	const isMerged = selectedContainer(state) === undefined;
	return entries.map(entry => entryLine(view, entry, width, isMerged));
};

const entryLine = (view: View, entry: LogEntry, width: number, isMerged: boolean): Line => {
	const {line} = entry;
	const {symbols} = view;
	const start: Line = [
		isFrom(line, 'stderr') ? styled('err', symbols.stderr) : plain(' '),
		...timeSpans(view, line.atMillis, width),
		...(isMerged ? sourceSpans(view, entry) : []),
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

const isFrom = (line: LogLine, stream: LogStream): boolean =>
	line.kind === 'line' && line.stream === stream;

/** Milliseconds only where there is room for them. */
const timeSpans = (view: View, atMillis: number | undefined, width: number): Line => {
	if (atMillis === undefined || width < 60) return [];
	const options = {offsetMinutes: view.zoneOffsetMinutes, millis: width >= 110};
	return [styled('muted', `${formatClock(atMillis, options)} `)];
};

const sourceSpans = ({state}: View, {key}: LogEntry): Line => {
	const container: Container | undefined = state.containers.byKey.get(key);
	const name = container ? displayName(container, (container.compose?.number ?? 1) > 1) : 'gone';
	const digit = Number.parseInt(container?.ref.id.slice(0, 6) ?? '0', 16) || 0;
	const token = sourceTokens[digit % sourceTokens.length] ?? 'info';
	return [...fitLine([styled(token, name)], nameCells), plain(' ')];
};

/** An empty log pane always says why it is empty. */
const emptyLines = (view: View, width: number): readonly Line[] => {
	const token: Token = view.state.logs.status.kind === 'failed' ? 'err' : 'muted';
	return wrapWords(whyEmpty(view), width - 4).map((text): Line => [styled(token, `  ${text}`)]);
};

const whyEmpty = (view: View): string => {
	const {state, symbols} = view;
	const {status, target} = state.logs;
	if (target === undefined) return 'nothing selected';
	switch (status.kind) {
		case 'idle':
		case 'opening':
			return `${symbols.wait} asking the engine`;
		case 'following':
			return 'no output yet; what is written appears here';
		case 'ended':
			return 'no output: it stopped without writing anything';
		case 'failed': {
			const {message, hint} = status.failure;
			return hint === undefined ? message : `${message} (${hint})`;
		}
	}
};
