import {formatDuration} from '../../format/duration.ts';
import {lineWidth} from '../../format/line.ts';
import type {Line, Token} from '../../format/span.ts';
import type {Connection} from '../../store/connection.ts';
import type {State} from '../../store/state.ts';
import type {Rect} from '../canvas/segments.ts';
import type {Paint, View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {keyOf} from '../widgets/key-name.ts';
import {bold, clickable, plain, styled} from '../widgets/spans.ts';
import {wrapWords} from '../widgets/wrap.ts';
import {sizeClass} from './layout.ts';

type Lost = Extract<Connection, {status: 'lost'}>;

/** `banner`: the values below are old; `notice`: there never were any; undefined while all is well. */
export const lostKind = (state: State): 'banner' | 'notice' | undefined => {
	if (state.connection.status !== 'lost') return undefined;
	return state.containers.status === 'loading' ? 'notice' : 'banner';
};

export const lostRect = (kind: 'banner' | 'notice', columns: number, rows: number): Rect => {
	if (kind === 'banner') return {left: 0, top: rows < 3 ? 0 : 1, width: columns, height: 1};
	if (sizeClass(columns, rows) === 'tiny') return {left: 0, top: 0, width: columns, height: rows};
	const width = Math.min(columns, 96);
	const height = Math.min(rows - 2, 14);
	return {
		left: Math.floor((columns - width) / 2),
		top: Math.floor((rows - height) / 2),
		width,
		height,
	};
};

export const paintLost = (kind: 'banner' | 'notice'): Paint =>
	kind === 'banner' ? paintBanner : paintNotice;

/** The engine is lost; the screen keeps what it had and says how old it is, in as many words as fit. */
const paintBanner: Paint = (view, width) => {
	const {connection, endpoint, nowMillis} = view.state;
	if (connection.status !== 'lost') return [];
	const age = formatDuration(nowMillis - (connection.answeredAtMillis ?? connection.sinceMillis));
	const {kind, message} = connection.failure;
	const brief = connection.failure.brief ?? (kind === 'timeout' ? 'no answer' : 'engine lost');
	const retry = retryText(view, connection);
	const sentences = [
		`${message}. Values are ${age} old.`,
		`${brief} (${endpoint.url}), values are ${age} old.`,
		`${brief}, values are ${age} old.`,
		`values are ${age} old`,
	];
	const lines = sentences.map(
		(sentence): Line => [
			styled('err', ` ${view.symbols.failed} ${sentence} `, {bold: true}),
			plain(`${retry}  `),
			...keyHint(view, 'connection.retry', 'now'),
		],
	);
	return [lines.find(line => lineWidth(line) <= width) ?? lines.at(-1) ?? []];
};

const labelCells = 9;

/** The first connect failed: what was tried, why it failed, what to do. */
const paintNotice: Paint = (view, width, height) => {
	const {connection, endpoint} = view.state;
	if (connection.status !== 'lost') return [];
	const {message, hint} = connection.failure;
	if (view.size === 'tiny') {
		const sentence = `${view.symbols.failed} no engine: ${message}`;
		return wrapWords(sentence, width).map((text): Line => [styled('err', text)]);
	}
	const room = width - labelCells - 4;
	const source = [endpoint.source, endpoint.context].filter(Boolean).join(' ');
	const body: readonly Line[] = [
		...labelledLines('tried', wrapWords(`${endpoint.url} (${source})`, room)),
		...labelledLines('failed', wrapWords(message, room), 'err'),
		...labelledLines('do', wrapWords(hint ?? '', room)),
		[],
		[plain(`  ${retryText(view, connection)}`)],
		[plain('  '), ...keyLine(view, width - 4)],
	];
	const spacious = [[], ...body, []];
	const shown = spacious.length + 2 <= height ? spacious : body;
	return frame({
		width,
		// What is left of the rectangle stays blank: nothing below it is known.
		height: Math.min(height, shown.length + 2),
		title: [bold('no engine')],
		body: shown,
		focused: true,
		symbols: view.symbols,
	});
};

const keyHint = (view: View, id: string, does: string): Line => {
	const key = keyOf(view, id);
	if (key === undefined) return [];
	return clickable(id, [styled('info', key, {bold: true}), plain(` ${does}`)]);
};

/** A label before the first line, and the others under it. */
const labelledLines = (label: string, texts: readonly string[], token?: Token): readonly Line[] =>
	texts.map((text, index): Line => {
		const name = index === 0 ? label : '';
		return [
			styled('muted', `  ${name.padEnd(labelCells - 2)}`),
			token === undefined ? plain(text) : styled(token, text),
		];
	});

/** What can be done now, in as many words as fit. */
const keyLine = (view: View, width: number): Line => {
	const hints = (demo: string): Line => [
		...keyHint(view, 'connection.retry', 'retry now   '),
		...keyHint(view, 'connection.demo', `${demo}   `),
		...keyHint(view, 'program.quit', 'quit'),
	];
	const line = hints('look around in a demo');
	return lineWidth(line) <= width ? line : hints('demo');
};

const retryText = (view: View, {retryAtMillis}: Lost): string => {
	const seconds = Math.ceil((retryAtMillis - view.state.nowMillis) / 1000);
	return seconds > 0 ? `Retry in ${seconds} s.` : 'Trying again.';
};
