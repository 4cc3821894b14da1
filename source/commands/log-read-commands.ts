import {known} from '../model/known.ts';
import type {LogHeld, LogLook, LogTime} from '../store/logs/logs-state.ts';
import {shownMarks} from '../store/logs/shown-marks.ts';
import type {State} from '../store/state.ts';
import type {Command, CommandContext} from './command.ts';
import {helpingKey} from './keymap.ts';
import type {LogMoves} from './log-moves.ts';

/** Another tab stands where the log would be: what nobody sees must not be moved. */
const isShown = ({frame}: State): boolean => frame.tab === 'logs';

const whyNoLog = (state: State): string | undefined =>
	isShown(state) ? undefined : 'another tab is open';

/** Holds the log there, or lets it follow; at its top what was written before is asked for. */
export const hold = ({dispatch, effects, logs, state}: CommandContext, held?: LogHeld): void => {
	dispatch({type: 'logs/held', ...known('held', held)});
	if (held !== undefined && logs.indexOf(held.seq) === 0 && state.logs.older === undefined)
		effects.loadOlder();
};

/** The entry of the cursor, whole, over everything else. */
export const openEntry = ({dispatch, logMoves}: CommandContext): void => {
	const entry = logMoves.entry();
	if (entry !== undefined)
		dispatch({type: 'overlay/opened', overlay: {kind: 'entry', entry, top: 0}});
};

/** Changes what the rows look like; the cursor stays in sight. */
const relook = (context: CommandContext, change: () => void): void => {
	const {held} = context.state.logs;
	change();
	if (held !== undefined) hold(context, context.logMoves.to(held.seq));
};

const look = (context: CommandContext, change: Partial<LogLook>): void =>
	relook(context, () => context.dispatch({type: 'logs/looked', look: change}));

const columnStep = 8;

const scrollSideways = (context: CommandContext, step: number): void => {
	const {state, logMoves} = context;
	const {column, wraps} = state.logs.look;
	if (!isShown(state) || wraps || (step > 0 && !logMoves.hasMoreRight())) return;
	look(context, {column: Math.max(0, column + step)});
};

const nextTime: Readonly<Record<LogTime, LogTime>> = {
	local: 'utc',
	utc: 'relative',
	relative: 'off',
	off: 'local',
};

/** Round the ends, as marks are few. */
const jumpToMark = (context: CommandContext, step: 1 | -1): void => {
	const {state, logs, logMoves, dispatch, keymap, nowMillis} = context;
	const shown = shownMarks(state.logs, logs).toSorted((a, b) => step * (a - b));
	const from = state.logs.held?.seq ?? Number.POSITIVE_INFINITY;
	const next = shown.find(seq => step * (seq - from) > 0) ?? shown[0];
	if (next !== undefined) hold(context, logMoves.to(next));
	else {
		const text = `no entry is marked${helpingKey(keymap, 'log.mark', 'marks one')}`;
		dispatch({type: 'message/added', level: 'info', text, atMillis: nowMillis});
	}
};

interface Movement {
	readonly verb: string;
	readonly title: string;
	readonly keys: readonly string[];
	readonly to: (moves: LogMoves) => LogHeld | undefined;
}

const movements: readonly Movement[] = [
	{verb: 'up', title: 'Up one entry', keys: ['up', 'k'], to: moves => moves.up()},
	{verb: 'down', title: 'Down one entry', keys: ['down', 'j'], to: moves => moves.down()},
	{verb: 'page-up', title: 'Up one page', keys: ['pageup'], to: moves => moves.pageUp()},
	{verb: 'page-down', title: 'Down one page', keys: ['pagedown'], to: moves => moves.pageDown()},
	{verb: 'first', title: 'To the top', keys: ['g', 'home'], to: moves => moves.first()},
	{verb: 'last', title: 'To the end', keys: ['G', 'end'], to: () => undefined},
];

type Reading = Pick<Command, 'id' | 'title' | 'hint' | 'keys' | 'footer' | 'run'>;

const reading = (command: Reading): Command => ({
	...command,
	group: 'logs',
	scope: 'logs',
	disabled: whyNoLog,
});

export const logReadCommands: readonly Command[] = [
	...movements.map(
		({verb, title, keys, to}): Command => ({
			...{id: `log.${verb}`, title, keys, group: 'logs', scope: 'logs', isUnlisted: true},
			run(context) {
				if (isShown(context.state)) hold(context, to(context.logMoves));
			},
		}),
	),
	reading({
		...{id: 'log.follow', title: 'Follow the log again', hint: 'follow', keys: ['f'], footer: 15},
		run: context => hold(context),
	}),
	...[-1, 1].map(
		(direction): Command => ({
			id: direction < 0 ? 'log.left' : 'log.right',
			title: direction < 0 ? 'Back to the left' : 'Long lines: to the right',
			...{keys: [direction < 0 ? 'left' : 'right'], group: 'logs', scope: 'logs'},
			run: context => scrollSideways(context, direction * columnStep),
		}),
	),
	reading({
		...{id: 'log.wrap', title: 'Wrap long lines, or not', hint: 'wrap', keys: ['w'], footer: 17},
		run: context => look(context, {wraps: !context.state.logs.look.wraps}),
	}),
	reading({
		...{id: 'log.time', title: 'Time: local, UTC, ago, off', hint: 'time', keys: ['t'], footer: 18},
		run: context => look(context, {time: nextTime[context.state.logs.look.time]}),
	}),
	reading({
		...{id: 'log.lay-out', title: 'Lay out JSON and logfmt', hint: 'JSON', keys: ['J'], footer: 19},
		run: context => look(context, {isLaidOut: !context.state.logs.look.isLaidOut}),
	}),
	reading({
		...{id: 'log.raw', title: 'Show control bytes, obey no colours', keys: ['R']},
		run: context => look(context, {isRaw: !context.state.logs.look.isRaw}),
	}),
	reading({
		...{
			id: 'log.fold',
			title: 'Unfold or fold the entry',
			hint: 'unfold',
			keys: ['space'],
			footer: 16,
		},
		run(context) {
			const entry = context.logMoves.entry();
			if (entry === undefined) return;
			relook(context, () => context.dispatch({type: 'logs/turned', seq: entry.seq}));
		},
	}),
	reading({
		...{id: 'log.fold-all', title: 'Unfold or fold all entries', keys: ['+']},
		run: context => relook(context, () => context.dispatch({type: 'logs/all-turned'})),
	}),
	reading({
		...{id: 'log.mark', title: 'Mark the entry, or unmark it', keys: ['M']},
		run({dispatch, logMoves}) {
			const entry = logMoves.entry();
			if (entry !== undefined) dispatch({type: 'logs/marked', seq: entry.seq});
		},
	}),
	reading({
		...{id: 'log.next-mark', title: 'To the next mark', keys: ["'"]},
		run: context => jumpToMark(context, 1),
	}),
	reading({
		...{id: 'log.previous-mark', title: 'To the previous mark', keys: ['"']},
		run: context => jumpToMark(context, -1),
	}),
	reading({
		...{id: 'log.jump', title: 'Go to a time', keys: ['ctrl+g']},
		run: ({dispatch}) => dispatch({type: 'overlay/opened', overlay: {kind: 'moment', text: ''}}),
	}),
];
