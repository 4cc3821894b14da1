import {formatDuration} from '../../format/duration.ts';
import type {Line} from '../../format/span.ts';
import type {Connection, State} from '../../store/state.ts';
import type {Rect} from '../canvas/segments.ts';
import type {Paint, View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {bold, plain, styled} from '../widgets/spans.ts';

type Lost = Extract<Connection, {status: 'lost'}>;

/** `banner`: the values below are old; `notice`: there never were any; undefined while all is well. */
export const lostKind = (state: State): 'banner' | 'notice' | undefined => {
	if (state.connection.status !== 'lost') return undefined;
	return state.containers.status === 'loading' ? 'notice' : 'banner';
};

export const lostRect = (kind: 'banner' | 'notice', columns: number, rows: number): Rect => {
	if (kind === 'banner' || rows < 10)
		return {left: 0, top: rows < 3 ? 0 : 1, width: columns, height: 1};
	const width = Math.min(columns, 96);
	const height = Math.min(rows - 2, 12);
	return {
		left: Math.floor((columns - width) / 2),
		top: Math.floor((rows - height) / 2),
		width,
		height,
	};
};

/** The engine is lost; the screen keeps what it had and says how old it is. */
export const paintBanner: Paint = view => {
	const {connection, endpoint, containers} = view.state;
	if (connection.status !== 'lost') return [];
	const since = formatDuration(
		view.state.nowMillis - (containers.atMillis ?? connection.sinceMillis),
	);
	return [
		[
			styled(
				'err',
				` ${view.symbols.failed} no answer from ${endpoint.url}, values are ${since} old. `,
				{
					bold: true,
				},
			),
			plain(`${retryText(view, connection)}  `),
			styled('info', 'R', {bold: true}),
			plain(' now'),
		],
	];
};

/** The first connect failed: what was tried, why it failed, what to do. */
export const paintNotice: Paint = (view, width, height) => {
	const {connection, endpoint} = view.state;
	if (connection.status !== 'lost') return [];
	const {message, hint} = connection.failure;
	const source =
		endpoint.context === undefined ? endpoint.source : `${endpoint.source} ${endpoint.context}`;
	const body: Line[] = [
		[],
		[styled('muted', '  tried  '), bold(endpoint.url), styled('muted', `  (${source})`)],
		...wrap(message, width - 13).map(
			(text, index): Line => [
				styled('muted', index === 0 ? '  failed ' : '         '),
				styled('err', text),
			],
		),
		...(hint === undefined ? [] : wrap(hint, width - 13)).map(
			(text, index): Line => [
				styled('muted', index === 0 ? '  do     ' : '         '),
				plain(text),
			],
		),
		[],
		[plain(`  ${retryText(view, connection)}`)],
		[
			styled('info', '  R', {bold: true}),
			plain(' retry now   '),
			styled('info', 'D', {bold: true}),
			plain(' look around in a demo   '),
			styled('info', 'q', {bold: true}),
			plain(' quit'),
		],
	];
	return frame({
		width,
		height,
		title: [bold('no engine')],
		body,
		focused: true,
		symbols: view.symbols,
	});
};

const retryText = (view: View, {retryAtMillis}: Lost): string => {
	const seconds = Math.ceil((retryAtMillis - view.state.nowMillis) / 1000);
	return seconds > 0 ? `Retry in ${seconds} s.` : 'Trying again.';
};

/** Words on lines of at most `width` characters. */
const wrap = (text: string, width: number): readonly string[] => {
	const lines: string[] = [];
	for (const word of text.split(/\s+/)) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= width) {
			lines[lines.length - 1] = `${last} ${word}`;
		} else lines.push(word);
	}
	return lines;
};
