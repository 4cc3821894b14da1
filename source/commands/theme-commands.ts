import {known} from '../model/known.ts';
import {themeNames} from '../store/select-themes.ts';
import type {Command, CommandContext} from './command.ts';
import {topOverlay} from './top-overlay.ts';

/** Round the ends; the screen is painted in what the cursor comes to. */
const move = (context: CommandContext, step: number): void => {
	const overlay = topOverlay(context, 'theme');
	if (overlay === undefined) return;
	const names = themeNames(context.state);
	const index = Math.max(0, names.indexOf(overlay.name)) + step + names.length;
	show(context, names[index % names.length]);
};

const show = ({dispatch}: CommandContext, name: string | undefined): void =>
	dispatch({type: 'overlay/changed', overlay: {kind: 'theme', ...known('name', name)}});

const keep = ({state, dispatch, nowMillis: atMillis}: CommandContext): void => {
	const {name} = topOverlay({state}, 'theme') ?? {};
	const {configured} = state.themes;
	// First, that it is not painted in the one of before in between.
	dispatch({type: 'theme/chosen', ...known('name', name)});
	dispatch({type: 'overlay/closed'});
	if (configured === undefined || configured.name === name) return;
	const text = `theme ${name ?? 'auto'} until dockmon ends; ${configured.origin} says ${configured.name}`;
	dispatch({type: 'message/added', level: 'info', text, atMillis});
};

const base = {group: 'look', scope: 'theme'} as const;

export const themeCommands: readonly Command[] = [
	{
		...{id: 'theme.choose', title: 'Colours: another theme, seen at once', group: 'look'},
		...{scope: 'global', keys: ['C'], keywords: 'color skin dark light contrast'},
		run({state, dispatch, effects}) {
			const {chosen} = state.themes;
			dispatch({type: 'overlay/opened', overlay: {kind: 'theme', ...known('name', chosen)}});
			effects.findThemes();
		},
	},
	{
		...{...base, id: 'theme.keep', title: 'Keep this theme', hint: 'keep'},
		...{keys: ['enter', 'space'], footer: 10},
		run: keep,
	},
	{
		...{...base, id: 'theme.cancel', title: 'Back to the theme of before', hint: 'cancel'},
		...{keys: ['escape', 'q'], footer: 11},
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
	{
		...{...base, id: 'theme.up', title: 'Up one', keys: ['up', 'k', 'C']},
		run: context => move(context, -1),
	},
	{
		...{...base, id: 'theme.down', title: 'Down one', keys: ['down', 'j', 'c']},
		run: context => move(context, 1),
	},
	{
		...{...base, id: 'theme.first', title: 'To the first', keys: ['home', 'g']},
		run: context => show(context, themeNames(context.state)[0]),
	},
	{
		...{...base, id: 'theme.last', title: 'To the last', keys: ['end', 'G']},
		run: context => show(context, themeNames(context.state).at(-1)),
	},
];
