import {known} from '../model/known.ts';
import {reaches} from '../model/logs/reach.ts';
import {logChips, withoutChip} from '../store/logs/log-chips.ts';
import type {State} from '../store/state.ts';
import type {Command, CommandContext, Scope} from './command.ts';
import {cancelSearch} from './log-search.ts';
import {moveChoice} from './move-choice.ts';
import {topOverlay} from './top-overlay.ts';
import {openField, recall} from './type-text.ts';

type Picker = 'sources' | 'since' | 'chips';

const choicesOf = ({logs}: State, kind: Picker): readonly unknown[] =>
	({sources: [...logs.sources.keys()], since: reaches, chips: logChips(logs)})[kind];

const move = (context: CommandContext, kind: Picker, step: number): void =>
	moveChoice(context, kind, choicesOf(context.state, kind), step);

const close = ({dispatch}: CommandContext): void => dispatch({type: 'overlay/closed'});

const picker = (kind: Picker, closing: readonly string[]): readonly Command[] => [
	{
		...{id: `${kind}.up`, title: 'Up one', group: 'logs', scope: kind, keys: ['up', 'k']},
		run: context => move(context, kind, -1),
	},
	{
		...{id: `${kind}.down`, title: 'Down one', group: 'logs', scope: kind, keys: ['down', 'j']},
		run: context => move(context, kind, 1),
	},
	{
		...{id: `${kind}.close`, title: 'Close', hint: 'close', group: 'logs', scope: kind},
		...{keys: closing, footer: 90},
		run: close,
	},
];

const field = (scope: Extract<Scope, 'search' | 'pattern'>): readonly Command[] => [
	{
		...{id: `${scope}.keep`, title: 'Keep it', hint: 'keep', group: 'logs', scope},
		...{keys: ['enter'], footer: 10},
		run: keepText,
	},
	{
		...{id: `${scope}.cancel`, title: 'Back to before', hint: 'cancel', group: 'logs', scope},
		...{keys: ['escape'], footer: 20},
		run: cancelText,
	},
	{
		...{id: `${scope}.older`, title: 'What was typed before', hint: 'older', group: 'logs', scope},
		...{keys: ['up'], footer: 30},
		run: context => recall(context, 1),
	},
	{
		...{id: `${scope}.newer`, title: 'What was typed after it', group: 'logs', scope},
		keys: ['down'],
		run: context => recall(context, -1),
	},
];

/** An expression that cannot be read stays open to be put right. */
function keepText(context: CommandContext): void {
	const {state, dispatch} = context;
	const text = openField(context)?.text ?? '';
	const {search, query} = state.logs;
	const pattern = [search, ...query.keep, ...query.exclude].find(each => each?.text === text);
	if (text !== '' && pattern?.problem !== undefined) return;
	dispatch({type: 'overlay/closed'});
	if (text !== '') dispatch({type: 'logs/typed', text});
}

function cancelText(context: CommandContext): void {
	const {dispatch} = context;
	const overlay = openField(context);
	dispatch({type: 'overlay/closed'});
	if (overlay?.kind === 'search') cancelSearch(context, overlay);
	if (overlay?.kind === 'pattern') {
		dispatch({type: 'logs/queried', query: {[overlay.sense]: overlay.before}});
	}
}

const toggleMuted = (context: CommandContext): void => {
	const {sources, query} = context.state.logs;
	const source = [...sources.keys()][topOverlay(context, 'sources')?.index ?? 0];
	if (source === undefined) return;
	const muted = new Set(query.muted);
	if (!muted.delete(source)) muted.add(source);
	context.dispatch({type: 'logs/queried', query: {muted}});
};

/** Only this one; where that is so already, all again. */
const toggleSolo = (context: CommandContext): void => {
	const {sources, query} = context.state.logs;
	const source = [...sources.keys()][topOverlay(context, 'sources')?.index ?? 0];
	if (source === undefined) return;
	const others = [...sources.keys()].filter(each => each !== source);
	const isSolo = !query.muted.has(source) && others.every(each => query.muted.has(each));
	context.dispatch({type: 'logs/queried', query: {muted: new Set(isSolo ? [] : others)}});
};

const removeChip = (context: CommandContext): void => {
	const {logs} = context.state;
	const chips = logChips(logs);
	const index = topOverlay(context, 'chips')?.index ?? 0;
	const chip = chips[index];
	if (chip === undefined) return;
	context.dispatch(withoutChip(logs, chip));
	const next = Math.min(index, chips.length - 2);
	if (next < 0) close(context);
	else context.dispatch({type: 'overlay/changed', overlay: {kind: 'chips', index: next}});
};

export const logOverlayCommands: readonly Command[] = [
	...field('search'),
	...field('pattern'),
	{
		...{
			id: 'sources.mute',
			title: 'Mute it, or not',
			hint: 'mute',
			group: 'logs',
			scope: 'sources',
		},
		...{keys: ['space'], footer: 10},
		run: toggleMuted,
	},
	{
		...{id: 'sources.solo', title: 'Only this one, or all', hint: 'only this', group: 'logs'},
		...{scope: 'sources', keys: ['s'], footer: 20},
		run: toggleSolo,
	},
	...picker('sources', ['enter', 'escape', '|', 'q']),
	{
		...{id: 'since.choose', title: 'So far back', hint: 'choose', group: 'logs', scope: 'since'},
		...{keys: ['enter', 'space'], footer: 10},
		run(context) {
			const reach = reaches[topOverlay(context, 'since')?.index ?? 0];
			close(context);
			context.dispatch({type: 'logs/reached-back', ...known('backMillis', reach?.millis)});
		},
	},
	...picker('since', ['escape', 'S', 'q']),
	{
		...{id: 'chips.remove', title: 'Take it away', hint: 'remove', group: 'logs', scope: 'chips'},
		...{keys: ['enter', 'x'], footer: 10},
		run: removeChip,
	},
	{
		...{id: 'chips.clear', title: 'Take all away', hint: 'all', group: 'logs', scope: 'chips'},
		...{keys: ['X'], footer: 20},
		run(context) {
			close(context);
			context.dispatch({type: 'logs/query-cleared'});
			if (context.state.logs.backMillis !== undefined)
				context.dispatch({type: 'logs/reached-back'});
		},
	},
	...picker('chips', ['escape', 'F', 'q']),
];
