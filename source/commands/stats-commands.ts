import {engineMillis} from '../model/engine-clock.ts';
import {targetKey} from '../model/logs/log-target.ts';
import {nextRange} from '../model/stats-range.ts';
import type {LogHeld} from '../store/logs/logs-state.ts';
import {chosenTarget, selectionTarget} from '../store/logs/select-target.ts';
import {isComparing, selectMarks, statsKeys, statsRange} from '../store/select-stats.ts';
import {selectedRow} from '../store/select-target.ts';
import type {State} from '../store/state.ts';
import {chartIds} from '../store/stats-state.ts';
import type {Command, CommandContext, Keymap} from './command.ts';
import {goToMoment, sayMomentLater} from './go-to-moment.ts';
import {keyText} from './keymap.ts';
import {openLogs} from './open-logs.ts';
import {selectBy} from './select-row.ts';
import {showTarget} from './show-container.ts';

/** Until when the charts reach: the present, or the moment at which they were frozen. */
const untilOf = ({state, nowMillis}: CommandContext): number =>
	state.list.frozen?.atMillis ?? nowMillis;

/** Moves the cursor, which begins at the newest value, within the time that is shown. */
const point = (context: CommandContext, atMillis: number): void => {
	const {state, dispatch, history} = context;
	const until = untilOf(context);
	const range = statsRange(state, history);
	const least = until - range.millis + range.stepMillis;
	dispatch({type: 'stats/pointed', atMillis: Math.max(least, Math.min(until, atMillis))});
};

const moveBy = (context: CommandContext, steps: number): void => {
	const {state, history} = context;
	const {cursorMillis = untilOf(context)} = state.stats;
	point(context, cursorMillis + steps * statsRange(state, history).stepMillis);
};

/** To the next thing that happened, on that side; the charts show a stretch that holds it. */
const pointAtMark = (context: CommandContext, step: 1 | -1): void => {
	const {state, dispatch, history, nowMillis} = context;
	const skew = engineMillis(0, state.engine);
	const from = state.stats.cursorMillis ?? untilOf(context) + (step === -1 ? 1 : -1);
	const range = statsRange(state, history);
	const moments = selectMarks(state).map(({atMillis}) => atMillis - skew);
	const next = moments
		.filter(moment => step * (moment - from) > 0 && moment > untilOf(context) - range.millis)
		.toSorted((a, b) => step * (a - b))[0];
	if (next !== undefined) point(context, next);
	else {
		const side = step === 1 ? 'later' : 'earlier';
		const text = `nothing ${side} is marked in the last ${range.id}`;
		dispatch({type: 'message/added', level: 'info', text, atMillis: nowMillis});
	}
};

const chooseChart = ({state, dispatch}: CommandContext, step: 1 | -1): void => {
	const {length} = chartIds;
	const chart = chartIds[(chartIds.indexOf(state.stats.chart) + step + length) % length];
	if (chart !== undefined) dispatch({type: 'stats/chart-chosen', chart});
};

/** Rows of what was before that stay in sight. */
const rowsAbove = 3;
/** Rows of a log that are not lines. */
const logEdges = 3;

/** The log fills the same room as the charts; near its end the last line is at the bottom of that. */
const heldIn = ({logs, pageRows}: CommandContext, seq: number): LogHeld => {
	const index = logs.indexOf(seq);
	const rest = logs.count - index;
	return {seq, row: Math.min(index, Math.max(rowsAbove, pageRows + 1 - logEdges - rest))};
};

/** The log of the selection, or of those that are compared, in the full screen, at the cursor where there is one. */
const openLogsThere = (context: CommandContext): void => {
	const {state} = context;
	const {cursorMillis} = state.stats;
	const target = isComparing(state) ? chosenTarget(state) : selectionTarget(state);
	openLogs(context, target);
	if (cursorMillis === undefined) return;
	const wanted = engineMillis(cursorMillis, state.engine);
	if (targetKey(state.logs.target) === targetKey(target)) {
		goToMoment(context, wanted, seq => heldIn(context, seq));
		return;
	}
	// Its lines are still to come.
	sayMomentLater(context, wanted);
};

const whyNothing = (state: State): string | undefined =>
	statsKeys(state).length === 0 ? 'nothing is selected' : undefined;

const whyNotCompared = ({list}: State, keymap: Keymap): string | undefined => {
	const key = keyText(keymap, 'row.mark');
	return list.marked.size === 0
		? `mark containers in the list${key === undefined ? '' : ` with ${key}`} first`
		: undefined;
};

const whyNoRow = (state: State, keymap: Keymap): string | undefined => {
	const key = keyText(keymap, 'stats.compare');
	const way = key === undefined ? '' : `; ${key} shows the selection`;
	return isComparing(state) ? `the marked containers are shown${way}` : undefined;
};

/** They are those of one container. */
const whyNoProcesses = (state: State, keymap: Keymap): string | undefined =>
	whyNoRow(state, keymap) ??
	(selectedRow(state)?.kind === 'container' ? undefined : 'choose one container');

type Entry = Omit<Command, 'group' | 'scope'>;

const entries: readonly Entry[] = [
	...([-1, 1] as const).map(
		(step): Entry => ({
			id: step < 0 ? 'stats.previous' : 'stats.next',
			title: step < 0 ? 'Up one row or log entry' : 'Down one row or log entry',
			keys: step < 0 ? ['up', 'k'] : ['down', 'j'],
			isUnlisted: true,
			disabled: whyNoRow,
			run: context => selectBy(context, step),
		}),
	),
	{
		...{id: 'stats.cursor-left', title: 'Cursor: back in time', hint: 'cursor', footer: 10},
		keys: ['left'],
		disabled: whyNothing,
		run: context => moveBy(context, -1),
	},
	{
		...{id: 'stats.cursor-right', title: 'Cursor: forward in time'},
		keys: ['right'],
		disabled: whyNothing,
		run: context => moveBy(context, 1),
	},
	{
		...{id: 'stats.leap-left', title: 'Cursor: back ten steps'},
		keys: ['H', 'shift+left'],
		disabled: whyNothing,
		run: context => moveBy(context, -10),
	},
	{
		...{id: 'stats.leap-right', title: 'Cursor: forward ten steps'},
		keys: ['L', 'shift+right'],
		disabled: whyNothing,
		run: context => moveBy(context, 10),
	},
	{
		...{id: 'stats.oldest', title: 'To the top', keys: ['g', 'home'], isUnlisted: true},
		disabled: whyNothing,
		run: context => point(context, 0),
	},
	{
		...{id: 'stats.newest', title: 'To the end', keys: ['G', 'end'], isUnlisted: true},
		run: ({dispatch}) => dispatch({type: 'stats/pointed'}),
	},
	{
		...{id: 'stats.earlier-mark', title: 'Cursor: to the event before', hint: 'event', footer: 15},
		keys: ['N'],
		disabled: whyNothing,
		run: context => pointAtMark(context, -1),
	},
	{
		...{id: 'stats.later-mark', title: 'Cursor: to the event after'},
		keys: ['n'],
		disabled: whyNothing,
		run: context => pointAtMark(context, 1),
	},
	{
		...{id: 'stats.shorter', title: 'Shorter range: 1m to 24h'},
		keys: ['['],
		run: ({state, dispatch, history}) =>
			dispatch({
				type: 'stats/range-chosen',
				range: nextRange(statsRange(state, history).id, -1),
			}),
	},
	{
		...{id: 'stats.longer', title: 'Longer range: 1m to 24h', hint: 'range', footer: 12},
		keys: [']'],
		run: ({state, dispatch, history}) =>
			dispatch({
				type: 'stats/range-chosen',
				range: nextRange(statsRange(state, history).id, 1),
			}),
	},
	{
		...{id: 'stats.zoom', title: 'Zoom a chart, or show all', hint: 'zoom', footer: 20},
		keys: ['enter'],
		run: ({state, dispatch}) => dispatch({type: 'stats/zoomed', isZoomed: !state.stats.isZoomed}),
	},
	{
		...{id: 'stats.next-chart', title: 'Next chart', hint: 'chart', footer: 18},
		keys: ['tab'],
		run: context => chooseChart(context, 1),
	},
	{
		...{id: 'stats.previous-chart', title: 'Previous chart'},
		keys: ['shift+tab'],
		run: context => chooseChart(context, -1),
	},
	{
		...{id: 'stats.compare', title: 'Compare the marked containers, or not'},
		...{hint: 'compare', footer: 14},
		keys: ['c'],
		disabled: whyNotCompared,
		run: ({state, dispatch}) =>
			dispatch({type: 'stats/compared', isCompared: !state.stats.isCompared}),
	},
	{
		...{id: 'stats.logs', title: 'Log, at the moment of the cursor', hint: 'logs', footer: 25},
		keys: ['l'],
		disabled: whyNothing,
		run: openLogsThere,
	},
	{
		...{id: 'stats.processes', title: 'All processes, in their tab', hint: 'processes'},
		keys: ['t'],
		disabled: whyNoProcesses,
		run(context) {
			const {dispatch} = context;
			showTarget(context);
			dispatch({type: 'frame/tab-chosen', tab: 'processes'});
			dispatch({type: 'frame/focused', pane: 'logs'});
			dispatch({type: 'frame/zoomed', zoomed: true});
		},
	},
	{
		...{id: 'stats.export', title: 'Save what is shown as CSV or JSON', hint: 'save', footer: 40},
		keys: ['ctrl+s'],
		disabled: whyNothing,
		run: ({dispatch}) =>
			dispatch({type: 'overlay/opened', overlay: {kind: 'take', verb: 'export', index: 0}}),
	},
];

/** What the charts over time take. */
export const statsCommands: readonly Command[] = entries.map(entry => ({
	group: 'stats',
	scope: 'stats',
	...entry,
}));
