import type {Command, CommandContext, Scope} from './command.ts';
import {topOverlay} from './top-overlay.ts';

export const closing = (scope: Scope, keys: readonly string[]): Command => ({
	id: `${scope}.close`,
	title: 'Close',
	hint: 'close',
	group: 'other',
	scope,
	keys,
	// Before what else can be done there: the way out is always told.
	footer: 11,
	run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
});

type Scrolled = 'help' | 'keys' | 'messages' | 'entry' | 'output' | 'file';

const scroll = (context: CommandContext, kind: Scrolled, lines: number): void => {
	const overlay = topOverlay(context, kind);
	if (overlay === undefined) return;
	const last = context.overlayOverflow;
	const moved = Math.max(0, Math.min(last, Math.min(last, overlay.top) + lines));
	// At its end an output goes on by itself.
	const top = kind === 'output' && moved === last ? lots : moved;
	context.dispatch({type: 'overlay/changed', overlay: {...overlay, top}});
};

const page = 10;
const lots = Number.MAX_SAFE_INTEGER;

/** Where text is typed, letters are text. */
const scrolling = (scope: Scrolled): readonly Command[] => {
	const letters = (...keys: readonly string[]) => (scope === 'keys' ? [] : keys);
	const steps = [
		{verb: 'up', title: 'Up one line', keys: ['up', ...letters('k')], lines: -1},
		{verb: 'down', title: 'Down one line', keys: ['down', ...letters('j')], lines: 1},
		{verb: 'page-up', title: 'Up ten lines', keys: ['pageup'], lines: -page},
		{
			...{verb: 'page-down', title: 'Down ten lines', lines: page},
			keys: ['pagedown', ...letters('space')],
		},
	];
	const ends = [
		{verb: 'first', title: 'To the top', keys: ['g', 'home'], lines: -lots},
		{verb: 'last', title: 'To the end', keys: ['G', 'end'], lines: lots},
	];
	return [...steps, ...(scope === 'output' || scope === 'file' ? ends : [])].map(
		({verb, title, keys, lines}) => ({
			id: `${scope}.${verb}`,
			title,
			group: 'move',
			scope,
			keys,
			run: context => scroll(context, scope, lines),
		}),
	);
};

export const overlayCommands: readonly Command[] = [
	...scrolling('help'),
	...scrolling('keys'),
	...scrolling('messages'),
	...scrolling('entry'),
	...scrolling('output'),
	...scrolling('file'),
	closing('help', ['escape', '?', 'q', 'enter']),
	{
		id: 'help.find',
		title: 'Find a key',
		hint: 'find',
		group: 'other',
		scope: 'help',
		keys: ['/'],
		footer: 10,
		run: ({dispatch}) =>
			dispatch({type: 'overlay/opened', overlay: {kind: 'keys', top: 0, text: ''}}),
	},
	{
		id: 'keys.back',
		title: 'Back to all keys',
		hint: 'back',
		group: 'other',
		scope: 'keys',
		keys: ['escape', 'enter'],
		footer: 20,
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
	closing('messages', ['escape', 'h', 'q', 'enter']),
	closing('entry', ['escape', 'q', 'enter']),
	closing('output', ['escape', 'q', 'enter']),
	{
		id: 'entry.raw',
		title: 'Show control bytes',
		hint: 'raw',
		group: 'logs',
		scope: 'entry',
		keys: ['R'],
		footer: 30,
		run: ({state, dispatch}) =>
			dispatch({type: 'logs/looked', look: {isRaw: !state.logs.look.isRaw}}),
	},
	{
		id: 'connection.retry',
		title: 'Try the engine again now',
		hint: 'retry now',
		group: 'other',
		scope: 'unreachable',
		keys: ['R'],
		footer: 10,
		run: ({effects}) => effects.retry(),
	},
	{
		id: 'connection.demo',
		title: 'Look around in the demo engine',
		hint: 'demo',
		group: 'other',
		scope: 'unreachable',
		keys: ['D'],
		footer: 20,
		// The figures of a lost engine are worth more than those of a demo.
		disabled: ({containers}) =>
			containers.status === 'loading'
				? undefined
				: 'the engine has answered before; dockmon --demo opens the demo',
		run: ({effects}) => effects.startDemo(),
	},
];
