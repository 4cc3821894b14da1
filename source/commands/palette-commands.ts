import type {Command, CommandContext} from './command.ts';
import type {Entry} from './palette/entry.ts';
import {chosenEntry, findEntries, type Palette} from './palette/find-entries.ts';
import {namesNow} from './palette/names-now.ts';
import {runEntry, whyNot} from './palette/run-entry.ts';
import {topOverlay} from './top-overlay.ts';

const page = 10;

interface Step {
	readonly verb: string;
	readonly title: string;
	readonly keys: readonly string[];
	readonly entries: number;
}

const steps: readonly Step[] = [
	{verb: 'up', title: 'Up one entry', keys: ['up', 'ctrl+p', 'shift+tab'], entries: -1},
	{verb: 'down', title: 'Down one entry', keys: ['down', 'ctrl+n', 'tab'], entries: 1},
	{verb: 'page-up', title: 'Up ten entries', keys: ['pageup'], entries: -page},
	{verb: 'page-down', title: 'Down ten entries', keys: ['pagedown'], entries: page},
	{verb: 'first', title: 'To the best', keys: ['home'], entries: -Infinity},
	{verb: 'last', title: 'To the end', keys: ['end'], entries: Infinity},
];

const move = (context: CommandContext, by: number): void => {
	const palette = topOverlay(context, 'palette');
	if (palette === undefined) return;
	const {shown} = findEntries(context.state, palette, context.keymap);
	const at = shown.findIndex(({id}) => id === palette.chosen);
	const next = Math.max(0, Math.min(shown.length - 1, Math.max(0, at) + by));
	const entry = shown[next];
	if (entry === undefined) return;
	context.dispatch({type: 'overlay/changed', overlay: {...palette, chosen: entry.id}});
};

const run = (context: CommandContext): void => {
	const palette = topOverlay(context, 'palette');
	if (palette === undefined) return;
	const entry = chosenEntry(findEntries(context.state, palette, context.keymap), palette);
	if (entry === undefined) return;
	const reason = whyNot(entry, context);
	if (reason === undefined) runEntry(entry, context);
	else {
		const {nowMillis: atMillis} = context;
		const text = `${shortTitle(entry)}: ${reason}`;
		context.dispatch({type: 'message/added', level: 'info', text, atMillis});
	}
};

const shortTitle = (entry: Entry): string =>
	entry.kind === 'command' ? (entry.command.hint ?? entry.title) : entry.title;

/** Another text: from the first entry again, among what is there now. */
export const retypePalette = (context: CommandContext, palette: Palette, text: string): void => {
	const {chosen: _, lookedAt: __, ...rest} = palette;
	const names = namesNow(context.state);
	context.dispatch({type: 'overlay/changed', overlay: {...rest, text, names}});
};

export const paletteCommands: readonly Command[] = [
	{
		id: 'palette.open',
		title: 'Find and run any command, go to anything',
		hint: 'cmd',
		keywords: 'palette',
		group: 'other',
		scope: 'global',
		keys: [':', 'ctrl+p'],
		footer: 88,
		run({state, dispatch}) {
			const names = namesNow(state);
			dispatch({type: 'overlay/opened', overlay: {kind: 'palette', text: '', names}});
		},
	},
	{
		id: 'palette.run',
		title: 'Run it, or go to it',
		hint: 'run',
		group: 'other',
		scope: 'palette',
		keys: ['enter'],
		footer: 10,
		run,
	},
	...steps.map(
		({verb, title, keys, entries}): Command => ({
			id: `palette.${verb}`,
			title,
			group: 'move',
			scope: 'palette',
			keys,
			run: context => move(context, entries),
		}),
	),
	{
		id: 'palette.close',
		title: 'Close',
		hint: 'close',
		group: 'other',
		scope: 'palette',
		keys: ['escape'],
		footer: 20,
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
];
