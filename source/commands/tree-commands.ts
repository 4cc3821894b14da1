import {known} from '../model/known.ts';
import {showAll} from '../model/tree/inspect-secrets.ts';
import {scalarText} from '../model/tree/scalar-text.ts';
import {compareChoices} from '../store/detail/compare-choices.ts';
import {inspectRows} from '../store/detail/select-config.ts';
import {foldRows} from '../store/detail/select-folds.ts';
import {selectedContainer} from '../store/select-target.ts';
import type {State} from '../store/state.ts';
import type {Command, CommandContext, Keymap} from './command.ts';
import {foldOrUp, toggleFold, turnAllFolds, unfoldOrInto} from './fold-moves.ts';
import {keyText} from './keymap.ts';
import {moveChoice} from './move-choice.ts';
import {topOverlay} from './top-overlay.ts';

const whyNoRows = (state: State): string | undefined =>
	foldRows(state).length === 0 ? 'there is nothing here yet' : undefined;

const names = {config: 'Config', changes: 'Changes'} as const;

const foldCommands = (tab: keyof typeof names): readonly Command[] => {
	const scope = `tab:${tab}` as const;
	const isUnlisted = tab !== 'config';
	const name = names[tab];
	return [
		{
			...{id: `${tab}.fold`, title: `${name}: unfold or fold`, hint: 'unfold', group: 'look'},
			...{scope, keys: ['space'], footer: 5, isUnlisted, disabled: whyNoRows},
			run: context => void toggleFold(context),
		},
		{
			...{id: `${tab}.open`, title: `${name}: unfold or fold, else zoom`, hint: 'open/zoom'},
			...{group: 'look', scope, keys: ['enter'], footer: 10, isUnlisted: true},
			run(context) {
				const {state, dispatch} = context;
				if (!toggleFold(context)) dispatch({type: 'frame/zoomed', zoomed: !state.frame.zoomed});
			},
		},
		{
			...{id: `${tab}.close-one`, title: `${name}: fold, or up to what it is in`, group: 'look'},
			...{scope, keys: ['left'], isUnlisted, disabled: whyNoRows},
			run: foldOrUp,
		},
		{
			...{id: `${tab}.open-one`, title: `${name}: unfold, or into it`, group: 'look'},
			...{scope, keys: ['right'], isUnlisted, disabled: whyNoRows},
			run: unfoldOrInto,
		},
		{
			...{id: `${tab}.turn-all`, title: `${name}: unfold or fold all`, hint: 'all'},
			...{group: 'look', scope, keys: ['+'], footer: 6, isUnlisted, disabled: whyNoRows},
			run: turnAllFolds,
		},
	];
};

const whyNoContainer = (state: State): string | undefined =>
	selectedContainer(state) === undefined ? 'choose one container' : undefined;

const whyNotCompared = ({trees}: State, keymap: Keymap): string | undefined => {
	const key = keyText(keymap, 'config.compare');
	const way = key === undefined ? '' : `; ${key} chooses with what`;
	return trees.against === undefined ? `nothing is compared${way}` : undefined;
};

/** A value, secret or not; of an object or list where it is. */
const copyRow = ({state, tabMoves, effects}: CommandContext): void => {
	const inspect = inspectRows(state);
	const row = inspect?.rows[tabMoves.item() ?? -1];
	if (inspect === undefined || row === undefined) return;
	const {path, value, size} = row;
	if (size > 0) effects.copy(path, 'the path');
	else effects.copy(scalarText(value), path);
};

/** The secret under the cursor for a while, or covered again. */
const revealRow = ({state, tabMoves, dispatch, nowMillis}: CommandContext): void => {
	const inspect = inspectRows(state);
	const row = inspect?.rows[tabMoves.item() ?? -1];
	if (inspect === undefined || row === undefined) return;
	const {path, key, value} = row;
	if (path === state.detail.revealed?.name) dispatch({type: 'detail/revealed'});
	else if (inspect.show(path, key, value) !== showAll(path, key, value))
		dispatch({type: 'detail/revealed', name: path});
	else {
		const text = `${key} holds no secret: it is shown as it is`;
		dispatch({type: 'message/added', level: 'info', text, atMillis: nowMillis});
	}
};

const whyComparing = (state: State, keymap: Keymap): string | undefined => {
	const key = keyText(keymap, 'frame.back');
	const way = key === undefined ? '' : `; ${key} ends it`;
	return state.trees.against === undefined ? whyNoRows(state) : `not in a comparison${way}`;
};

const movePick = (context: CommandContext, step: number): void =>
	moveChoice(context, 'compare', compareChoices(context.state), step);

export const treeCommands: readonly Command[] = [
	...foldCommands('config'),
	...foldCommands('changes'),
	{
		...{id: 'config.compare', title: 'Config: compare with image or container', hint: 'compare'},
		...{group: 'look', scope: 'tab:config', keys: ['d'], footer: 7, disabled: whyNoContainer},
		run: ({dispatch}) => dispatch({type: 'overlay/opened', overlay: {kind: 'compare', index: 0}}),
	},
	{
		...{
			id: 'config.show-own',
			title: 'Config: compare what always differs too',
			hint: 'hidden too',
		},
		...{group: 'look', scope: 'tab:config', keys: ['a'], footer: 8, disabled: whyNotCompared},
		run: ({dispatch}) => dispatch({type: 'trees/own-shown'}),
	},
	{
		...{id: 'config.reveal', title: 'Config: show the secret for ten seconds', hint: 'show'},
		...{group: 'look', scope: 'tab:config', keys: ['v'], footer: 15, disabled: whyComparing},
		run: revealRow,
	},
	{
		...{
			id: 'config.copy',
			title: 'Config: copy the value, secret or not',
			hint: 'copy',
			group: 'look',
		},
		...{scope: 'tab:config', keys: ['y'], footer: 30, disabled: whyComparing},
		run: copyRow,
	},
	{
		...{id: 'processes.open', title: 'Tab: Processes', group: 'look', scope: 'list', keys: ['t']},
		run({dispatch}) {
			dispatch({type: 'frame/tab-chosen', tab: 'processes'});
			dispatch({type: 'frame/focused', pane: 'logs'});
		},
	},
	{
		...{id: 'processes.flatten', title: 'Processes: as a tree, or by CPU', hint: 'tree/flat'},
		...{group: 'look', scope: 'tab:processes', keys: ['o'], footer: 5},
		run: ({dispatch}) => dispatch({type: 'trees/flattened'}),
	},
	{
		...{id: 'compare.up', title: 'Up one', group: 'look', scope: 'compare', keys: ['up', 'k']},
		run: context => movePick(context, -1),
	},
	{
		...{id: 'compare.down', title: 'Down one', group: 'look', scope: 'compare'},
		keys: ['down', 'j'],
		run: context => movePick(context, 1),
	},
	{
		...{id: 'compare.choose', title: 'Compare with this', hint: 'compare', group: 'look'},
		...{scope: 'compare', keys: ['enter', 'space'], footer: 10},
		run(context) {
			const {state, dispatch} = context;
			const choice = compareChoices(state)[topOverlay(context, 'compare')?.index ?? 0];
			dispatch({type: 'overlay/closed'});
			if (choice === undefined) return;
			dispatch({type: 'trees/compared', ...known('against', choice.against)});
			dispatch({type: 'detail/moved', tab: 'config', place: {top: 0, item: 0}});
		},
	},
	{
		...{id: 'compare.close', title: 'Close', hint: 'close', group: 'look', scope: 'compare'},
		...{keys: ['escape', 'd', 'q'], footer: 90},
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
];
