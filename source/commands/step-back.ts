import {hidingChips} from '../store/logs/log-chips.ts';
import {hasStatsStep} from '../store/select-stats.ts';
import {selectErrorCount} from '../store/select-toast.ts';
import type {State} from '../store/state.ts';
import type {CommandContext} from './command.ts';

/** Something that is open, and how one gets out of it. */
interface Step {
	readonly isOpen: (context: CommandContext) => boolean;
	readonly leave: (context: CommandContext) => void;
}

export const leavePage = ({dispatch}: CommandContext): void =>
	dispatch({type: 'frame/view-chosen', view: 'dashboard'});

export const leaveZoom = ({state, dispatch}: CommandContext): void => {
	const {returnsTo} = state.frame;
	dispatch({type: 'frame/zoomed', zoomed: false});
	dispatch({type: 'frame/focused', pane: 'list'});
	if (returnsTo !== undefined) dispatch({type: 'frame/view-chosen', view: returnsTo});
};

export const isPage = ({frame}: State): boolean => frame.view !== 'dashboard';

const isReading = ({frame}: State): boolean => frame.focus === 'logs' && frame.tab === 'logs';

const isInTab = ({frame}: State): boolean => frame.focus === 'logs' && frame.tab !== 'logs';

/** There are lines, and none of them passes the filters. */
const isAllHidden = ({state, logs}: CommandContext): boolean =>
	logs.count === 0 && logs.isComplete && hidingChips(state.logs).length > 0;

const ofPages: readonly Step[] = [
	{
		isOpen: ({state}) => state.frame.view === 'stats' && hasStatsStep(state),
		leave: ({dispatch}) => dispatch({type: 'stats/stepped-back'}),
	},
	{
		isOpen: ({state}) => state.frame.view === 'events' && state.eventFilter !== '',
		leave: ({dispatch}) => dispatch({type: 'events/filtered', text: ''}),
	},
	{isOpen: ({state}) => isPage(state), leave: leavePage},
];

const ofLog: readonly Step[] = [
	{
		isOpen: ({state}) => isReading(state) && state.logs.search !== undefined,
		leave: ({dispatch}) => dispatch({type: 'logs/searched'}),
	},
	{
		isOpen: context => isReading(context.state) && isAllHidden(context),
		leave: ({dispatch}) => dispatch({type: 'logs/query-cleared'}),
	},
	{
		isOpen: ({state}) => isReading(state) && state.logs.held !== undefined,
		leave: ({dispatch}) => dispatch({type: 'logs/held'}),
	},
];

const ofTabs: readonly Step[] = [
	{
		isOpen: ({state}) => isInTab(state) && state.detail.find !== undefined,
		leave: ({dispatch}) => dispatch({type: 'detail/searched'}),
	},
	{
		isOpen: ({state}) =>
			isInTab(state) && state.frame.tab === 'config' && state.trees.against !== undefined,
		leave: ({dispatch}) => dispatch({type: 'trees/compared'}),
	},
];

const ofPanes: readonly Step[] = [
	{isOpen: ({state}) => state.frame.zoomed, leave: leaveZoom},
	{
		isOpen: ({state}) => state.frame.focus !== 'list',
		leave: ({dispatch}) => dispatch({type: 'frame/focused', pane: 'list'}),
	},
];

const ofList: readonly Step[] = [
	{
		isOpen: ({state}) => state.list.marked.size > 0,
		leave: ({dispatch}) => dispatch({type: 'list/unmarked'}),
	},
	{
		isOpen: ({state}) => state.frame.returnsTo !== undefined,
		leave: ({state, dispatch}) =>
			dispatch({type: 'frame/view-chosen', view: state.frame.returnsTo ?? 'dashboard'}),
	},
	{
		isOpen: ({state}) => state.list.filter.text !== '',
		leave: ({dispatch}) => dispatch({type: 'list/filtered', text: ''}),
	},
];

/** The innermost first. */
const steps: readonly Step[] = [
	{
		isOpen: ({state}) => selectErrorCount(state) > 0,
		leave: ({dispatch}) => dispatch({type: 'message/dismissed'}),
	},
	...ofPages,
	...ofLog,
	...ofTabs,
	...ofPanes,
	...ofList,
];

/** Leaves the innermost thing that is open where the keys go, and only that: nobody steps back from what he does not see. */
export const stepBack = (context: CommandContext): void =>
	steps.find(({isOpen}) => isOpen(context))?.leave(context);
