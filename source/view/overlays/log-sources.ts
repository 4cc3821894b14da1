import {sparkline} from '../../format/chart.ts';
import {fitLine, lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import type {Container} from '../../model/container.ts';
import {exitCode} from '../../model/container-facts.ts';
import {engineMillis} from '../../model/engine-clock.ts';
import {type LogSourceId, logSourceOf} from '../../model/logs/log-source.ts';
import type {LogSourceState} from '../../store/logs/logs-state.ts';
import {shownTarget, targetContainers} from '../../store/logs/select-target.ts';
import {sourceSpans} from '../panes/logs/source-name.ts';
import type {View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {bold, plain, shorten, styled} from '../widgets/spans.ts';
import {pickerRows} from './log-pickers.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, rowHit} from './overlay-spec.ts';

/** A second a cell would take too much room: three of them. */
const sparkCells = 20;
const mostNameCells = 24;
const widest = 100;

/** Whose lines there are, how each of them is, and which are heard. */
export const sourcesOverlay: OverlaySpec<'sources'> = {
	place(view, _overlay, screen) {
		const cells = sourceRows(view, widest).map(row => lineWidth(row) + 5);
		return centred(screen, Math.max(60, ...cells), Math.max(1, cells.length) + 2);
	},
	hit: ({state}, overlay, spot, {height}) =>
		rowHit(overlay, state.logs.sources.size, {spot, height, command: 'sources.mute'}),
	paint(view, {index}, width, height) {
		const {symbols, state} = view;
		const {sources, query} = state.logs;
		const heard = [...sources.keys()].filter(source => !query.muted.has(source)).length;
		const rows = sourceRows(view, width - 5);
		return frame({
			...{width, height, focused: true, symbols},
			title: [bold('sources'), plain(` ${heard}/${sources.size}`)],
			right: [styled('muted', 'errors in 60 s')],
			body:
				rows.length === 0
					? [[styled('muted', '  there is no log')]]
					: pickerRows(rows, index, height - 2, symbols),
		});
	},
};

const sourceRows = (view: View, width: number): readonly Line[] => {
	const {sources} = view.state.logs;
	const names = [...sources.values()].map(({name}) => lineWidth([plain(name)]));
	const nameCells = Math.min(mostNameCells, Math.max(4, ...names));
	const statusCells = Math.max(10, width - nameCells - sparkCells - countCells - 6);
	const containers = containersBySource(view);
	return [...sources].map(([source, state]) => {
		const words = statusWords(view, state.status, containers.get(source));
		return sourceRow(view, source, state, {words, nameCells, statusCells});
	});
};

const containersBySource = ({state}: View): ReadonlyMap<LogSourceId, Container> =>
	new Map(
		targetContainers(state, shownTarget(state)).map(
			container => [logSourceOf(container), container] as const,
		),
	);

/** `1204 err` */
const countCells = 9;

interface RowParts {
	/** How it is. */
	readonly words: string;
	readonly nameCells: number;
	readonly statusCells: number;
}

const sourceRow = (
	view: View,
	source: LogSourceId,
	{name, status}: LogSourceState,
	{words, nameCells, statusCells}: RowParts,
): Line => {
	const {state, symbols, logs} = view;
	const isMuted = state.logs.query.muted.has(source);
	const errors = logs.book.rates.errorsOf(source, engineMillis(state.nowMillis, state.engine));
	const count = errors.reduce((sum, each) => sum + each, 0);
	const token = isMuted ? 'muted' : status.kind === 'failed' ? 'err' : undefined;
	const told = isMuted ? 'muted' : words;
	const said = token === undefined ? plain(told) : styled(token, told);
	return [
		isMuted ? styled('muted', symbols.noHealth) : styled('ok', symbols.healthy),
		plain(' '),
		...sourceSpans(name, source, nameCells, symbols),
		plain('  '),
		...fitLine(shorten([said], statusCells, symbols.ellipsis), statusCells),
		...fitLine([styled('err', spark(errors, view))], sparkCells),
		...fitLine(count === 0 ? [] : [styled('err', `${count} err`)], countCells, 'right'),
	];
};

/** The most that one cell stands for, so that a single error is seen beside many. */
const spark = (errors: readonly number[], {symbols}: View): string => {
	if (errors.length === 0) return '';
	const size = Math.ceil(errors.length / sparkCells);
	const cells = Array.from({length: sparkCells}, (_, cell) =>
		Math.max(0, ...errors.slice(cell * size, (cell + 1) * size)),
	);
	return sparkline(cells, sparkCells, Math.max(...cells), symbols);
};

const statusWords = (
	{symbols}: View,
	status: LogSourceState['status'],
	container: Container | undefined,
): string => {
	switch (status.kind) {
		case 'idle':
		case 'opening':
			return `${symbols.wait} asking the engine`;
		case 'following':
			return 'following';
		case 'gone':
			return 'gone; its log is kept';
		case 'ended': {
			const code = container && exitCode(container);
			return code === undefined ? 'ended' : `ended, exit code ${code}`;
		}
		case 'failed':
			return status.failure.message;
	}
};
