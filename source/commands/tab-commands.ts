import {known} from '../model/known.ts';
import {parsePattern} from '../model/logs/log-pattern.ts';
import {hasOwnTarget, targetRow} from '../store/page-target.ts';
import type {State} from '../store/state.ts';
import {type TabId, tabs, tabTitles} from '../store/tabs.ts';
import type {Command, CommandContext} from './command.ts';
import {whyOnePane} from './frame-commands.ts';
import {showTarget} from './show-container.ts';
import {topOverlay} from './top-overlay.ts';

const lots = Number.MAX_SAFE_INTEGER;

const step = ({state, dispatch}: CommandContext, by: number): void => {
	const index = (tabs.indexOf(state.frame.tab) + by + tabs.length) % tabs.length;
	const tab: TabId | undefined = tabs[index];
	if (tab !== undefined) dispatch({type: 'frame/tab-chosen', tab});
};

interface Movement {
	readonly verb: string;
	readonly title: string;
	readonly keys: readonly string[];
	readonly rows: (context: CommandContext) => number;
}

const movements: readonly Movement[] = [
	{verb: 'up', title: 'Up one row', keys: ['up', 'k'], rows: () => -1},
	{verb: 'down', title: 'Down one row', keys: ['down', 'j'], rows: () => 1},
	{verb: 'page-up', title: 'Up one page', keys: ['pageup'], rows: ({pageRows}) => -pageRows},
	{verb: 'page-down', title: 'Down one page', keys: ['pagedown'], rows: ({pageRows}) => pageRows},
	{verb: 'first', title: 'To the top', keys: ['g', 'home'], rows: () => -lots},
	{verb: 'last', title: 'To the end', keys: ['G', 'end'], rows: () => lots},
];

const whyNoHit = ({detail}: State): string | undefined =>
	detail.find === undefined ? 'nothing is looked for yet' : undefined;

const toHit = ({state, dispatch, tabMoves, nowMillis}: CommandContext, direction: 1 | -1): void => {
	const {find} = state.detail;
	const place = find && tabMoves.toHit(find, direction);
	if (place !== undefined) dispatch({type: 'detail/moved', tab: state.frame.tab, place});
	else {
		const text = `${find?.text ?? ''} is not in this tab`;
		dispatch({type: 'message/added', level: 'info', text, atMillis: nowMillis});
	}
};

/** A screen with a cursor of its own, which stands on nothing that has tabs. */
const whyNoTarget = (state: State): string | undefined =>
	hasOwnTarget(state) && targetRow(state) === undefined ? 'no container is selected' : undefined;

/** Tabs that are a key away, wherever the keys go. */
const opening: readonly (readonly [TabId, key: string])[] = [
	['env', 'v'],
	['config', 'i'],
];

export const tabCommands: readonly Command[] = [
	{
		id: 'tab.previous',
		title: 'Previous tab',
		group: 'look',
		scope: 'global',
		keys: ['['],
		disabled: whyOnePane,
		run: context => step(context, -1),
	},
	{
		id: 'tab.next',
		title: 'Next tab: logs, overview, stats and more',
		hint: 'tab',
		group: 'look',
		scope: 'global',
		keys: [']'],
		footer: 45,
		disabled: whyOnePane,
		run: context => step(context, 1),
	},
	...opening.map(
		([tab, key]): Command => ({
			id: `open.${tab}`,
			title: `Tab: ${tabTitles[tab].toLowerCase()}`,
			group: 'look',
			scope: 'global',
			keys: [key],
			disabled: whyNoTarget,
			run: context => {
				const {dispatch} = context;
				showTarget(context);
				dispatch({type: 'frame/tab-chosen', tab});
				dispatch({type: 'frame/focused', pane: 'logs'});
			},
		}),
	),
	...movements.map(
		({verb, title, keys, rows}): Command => ({
			...{id: `tab.${verb}`, title, keys, group: 'look', scope: 'tab', isUnlisted: true},
			run(context) {
				const {state, dispatch, tabMoves} = context;
				const place = tabMoves.by(rows(context));
				dispatch({type: 'detail/moved', tab: state.frame.tab, place});
			},
		}),
	),
	{
		...{id: 'tab.zoom', title: 'Zoom the tab, or back', hint: 'zoom/back', group: 'look'},
		...{scope: 'tab', keys: ['enter'], footer: 10, isUnlisted: true},
		run: ({state, dispatch}) => dispatch({type: 'frame/zoomed', zoomed: !state.frame.zoomed}),
	},
	{
		...{id: 'tab.find', title: 'Find in the tab: text or /regex/', hint: 'find', group: 'look'},
		...{scope: 'tab', keys: ['/'], footer: 20},
		run({state, dispatch}) {
			const {find, places} = state.detail;
			const before = {...known('find', find), ...known('place', places[state.frame.tab])};
			dispatch({type: 'overlay/opened', overlay: {kind: 'find', text: '', before}});
		},
	},
	{
		...{id: 'tab.next-hit', title: 'Next hit in the tab', hint: 'next', group: 'look'},
		...{scope: 'tab', keys: ['n'], footer: 21, disabled: whyNoHit},
		run: context => toHit(context, 1),
	},
	{
		...{id: 'tab.previous-hit', title: 'Previous hit in the tab', hint: 'previous', group: 'look'},
		...{scope: 'tab', keys: ['N'], footer: 22, disabled: whyNoHit},
		run: context => toHit(context, -1),
	},
	{
		...{id: 'find.keep', title: 'Keep it', hint: 'keep', group: 'look'},
		...{scope: 'find', keys: ['enter'], footer: 10},
		run(context) {
			const text = topOverlay(context, 'find')?.text ?? '';
			// An expression that cannot be read stays open to be put right.
			if (parsePattern(text).problem === undefined) context.dispatch({type: 'overlay/closed'});
		},
	},
	{
		...{id: 'find.cancel', title: 'Back to before', hint: 'cancel', group: 'look'},
		...{scope: 'find', keys: ['escape'], footer: 20},
		run(context) {
			const overlay = topOverlay(context, 'find');
			context.dispatch({type: 'overlay/closed'});
			if (overlay !== undefined) restore(context, overlay.before);
		},
	},
];

type Before = Extract<State['frame']['overlays'][number], {kind: 'find'}>['before'];

function restore({state, dispatch}: CommandContext, {find, place}: Before): void {
	dispatch({type: 'detail/searched', ...known('find', find)});
	if (place !== undefined) dispatch({type: 'detail/moved', tab: state.frame.tab, place});
}

/** Another text is looked for: the nearest hit from where the search began comes into sight. */
export const findText = (context: CommandContext, text: string, before: Before): void => {
	const {state, dispatch, tabMoves} = context;
	if (text === '') {
		restore(context, before);
		return;
	}
	const find = parsePattern(text);
	dispatch({type: 'detail/searched', find});
	if (before.place !== undefined)
		dispatch({type: 'detail/moved', tab: state.frame.tab, place: before.place});
	const place = tabMoves.toHit(find, 1, true);
	if (place !== undefined) dispatch({type: 'detail/moved', tab: state.frame.tab, place});
};
