import {sayBytes} from '../../format/bytes.ts';
import {formatAge} from '../../format/duration.ts';
import {indentJson} from '../../format/indent-json.ts';
import {rawText} from '../../format/raw-text.ts';
import {cleanText, styledSpans} from '../../format/sanitise.ts';
import {wrapLine} from '../../format/slice-line.ts';
import type {Line} from '../../format/span.ts';
import {formatStamp} from '../../format/stamp.ts';
import {engineMillis} from '../../model/engine-clock.ts';
import type {LogLine} from '../../model/log-line.ts';
import {plainText} from '../../model/logs/plain-text.ts';
import {parseRecord} from '../../model/logs/record.ts';
import type {LogEntry} from '../../store/logs/log-entry.ts';
import {highlighted, highlightsOf} from '../panes/logs/highlight.ts';
import {withLevel} from '../panes/logs/level.ts';
import type {View} from '../view.ts';
import {flow} from '../widgets/flow.ts';
import {frame} from '../widgets/frame.ts';
import {keyDoes} from '../widgets/key-name.ts';
import {bold, clickable, labelled, plain, styled} from '../widgets/spans.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, scrolled} from './overlay-spec.ts';

const widest = 160;

/** One entry of a log: when, whose, and all of its text. */
export const entryOverlay: OverlaySpec<'entry'> = {
	place(view, {entry}, screen) {
		const width = Math.min(widest, screen.columns - 2);
		return centred(screen, width, entryLines(view, entry, width - 4).length + 2);
	},
	length: (view, width, {entry}) => entryLines(view, entry, width - 2).length,
	paint(view, {entry, top}, width, height) {
		const {symbols} = view;
		const lines = entryLines(view, entry, width - 4);
		const {body, footer} = scrolled(lines, top, height - 2, symbols);
		return frame({
			...{width, height, footer, symbols, focused: true},
			title: [bold(nameOf(view, entry))],
			right: clickable('entry.close', [
				styled(
					'muted',
					`${view.state.logs.look.isRaw ? 'raw  ' : ''}${keyDoes(view, 'entry.close', 'closes')}`,
				),
			]),
			body: body.map((line): Line => [plain(' '), ...line]),
		});
	},
};

const nameOf = ({state}: View, {source}: LogEntry): string =>
	(source === undefined ? undefined : state.logs.sources.get(source)?.name) ?? 'log entry';

const entryLines = (view: View, entry: LogEntry, width: number): readonly Line[] => {
	const {line, more} = entry;
	const highlights = highlightsOf(view);
	const inputs = [entry, more.length, width, view.state.logs.look.isRaw, highlights, view.symbols];
	if (!latest?.inputs.every((input, index) => input === inputs[index])) {
		const text = [line, ...more].flatMap(each =>
			spansOf(view, each).flatMap(spans => wrapLine(highlighted(spans, highlights), width, width)),
		);
		latest = {inputs, text};
	}
	return [...factLines(view, entry, width), [], ...latest.text];
};

/** It may be a thousand lines, and what is below it goes on changing. */
let latest: {readonly inputs: readonly unknown[]; readonly text: readonly Line[]} | undefined;

const factLines = (view: View, {line, more, level}: LogEntry, width: number): readonly Line[] => {
	const {state, zoneOffsetMinutes} = view;
	const {atMillis} = line;
	const offset = state.logs.look.time === 'utc' ? 0 : zoneOffsetMinutes;
	const age = atMillis && formatAge(engineMillis(state.nowMillis, state.engine) - atMillis);
	const lines = [line, ...more];
	const characters = lines.reduce((sum, each) => sum + textOf(each).length, 0);
	const cutBytes = lines.reduce((sum, each) => sum + cutOf(each), 0);
	const length = `${characters.toLocaleString('en')} characters`;
	const facts: readonly Line[] = [
		labelled('time', `${formatStamp(atMillis, offset)}${age ? `  ${age} ago` : ''}`),
		...(line.kind === 'line' && line.stamp !== undefined ? [labelled('stamp', line.stamp)] : []),
		...(line.kind === 'line' ? [labelled('stream', line.stream)] : []),
		...(level === undefined ? [] : [labelled('level', level)]),
		...(more.length === 0 ? [] : [labelled('lines', `${lines.length}`)]),
		labelled('length', cutBytes === 0 ? length : `${length}, ${sayBytes(cutBytes)} not kept`),
	];
	return flow(facts, width);
};

const textOf = (line: LogLine): string => (line.kind === 'line' ? line.text : line.reason);

const cutOf = (line: LogLine): number => (line.kind === 'line' ? (line.cutBytes ?? 0) : 0);

/** As it was written, or JSON and logfmt with a line for each field. */
const spansOf = ({state, symbols}: View, line: LogLine): readonly Line[] => {
	const text = textOf(line);
	if (line.kind === 'gap') return [[styled('warn', text)]];
	if (state.logs.look.isRaw) return [[plain(cleanText(rawText(text, symbols.chart === 'ascii')))]];
	const own = plainText(text);
	const json = indentJson(own);
	if (json !== undefined) return json.map(each => [plain(cleanText(each))]);
	const record = parseRecord(own);
	if (record === undefined) return [withLevel(styledSpans(text))];
	const {message, fields} = record;
	return [
		[plain(cleanText(message))],
		...fields.map(([name, value]) => [
			styled('muted', cleanText(`${name}=`)),
			plain(cleanText(value)),
		]),
	];
};
