import {known} from '../model/known.ts';
import {shownTarget} from '../store/logs/select-target.ts';
import type {PaneSizes, State} from '../store/state.ts';
import type {Command, CommandContext} from './command.ts';

const move = (context: CommandContext, border: keyof PaneSizes, step: 1 | -1): void => {
	const sizes = context.moveBorder(border, step);
	if (sizes !== undefined) context.dispatch({type: 'frame/resized', sizes});
	else {
		const text =
			border === 'listWidth'
				? 'nothing stands beside the list on a screen of this width'
				: 'one pane fills the screen';
		context.dispatch({type: 'message/added', level: 'info', text, atMillis: context.nowMillis});
	}
};

const whyNoBorder = ({frame}: State): string | undefined => {
	if (frame.view !== 'dashboard') return 'this screen has one pane';
	return frame.zoomed ? 'one pane fills the screen' : undefined;
};

const border = (
	verb: string,
	title: string,
	keys: readonly string[],
	run: Command['run'],
): Command => ({
	...{id: `border.${verb}`, title, keys, run, group: 'look', scope: 'global'},
	keywords: 'resize size pane larger smaller',
	disabled: whyNoBorder,
});

/** How large the panes are. */
export const sizeCommands: readonly Command[] = [
	{
		id: 'pane.whole',
		title: 'The focused pane in full, or all panes',
		group: 'look',
		keywords: 'zoom maximise full screen',
		scope: 'global',
		keys: ['Z'],
		disabled: ({frame}) => (frame.view === 'dashboard' ? undefined : 'this screen has one pane'),
		run({state, dispatch}) {
			const {zoomed, focus} = state.frame;
			if (focus === 'logs') dispatch({type: 'logs/pinned', ...known('target', shownTarget(state))});
			dispatch({type: 'frame/zoomed', zoomed: !zoomed});
		},
	},
	border('down', 'List taller, log shorter', ['}', 'ctrl+down'], context =>
		move(context, 'listHeight', 1),
	),
	border('up', 'List shorter, log taller', ['{', 'ctrl+up'], context =>
		move(context, 'listHeight', -1),
	),
	border('right', 'List wider, details narrower', ['>', 'ctrl+right'], context =>
		move(context, 'listWidth', 1),
	),
	border('left', 'List narrower, details wider', ['<', 'ctrl+left'], context =>
		move(context, 'listWidth', -1),
	),
	border('reset', 'All panes in sizes that suit the screen', ['='], ({dispatch}) =>
		dispatch({type: 'frame/resized', sizes: {}}),
	),
];
