import {type Container, isRunning} from '../../model/container.ts';
import {qualifiedName} from '../../model/container-facts.ts';
import {isDebugContainer} from '../../model/debug-container.ts';
import type {ShellTarget, SplitRequest} from '../../model/shell-request.ts';
import {selectedContainer} from '../../store/select-target.ts';
import type {State} from '../../store/state.ts';
import type {Command, CommandContext, Keymap} from '../command.ts';
import {whyElsewhere} from '../why-elsewhere.ts';
import {whyNotLive} from './acted.ts';
import {askAction} from './ask-action.ts';
import {askWayIn} from './ask-way-in.ts';
import {openShellForm} from './shell-form.ts';
import {shellTarget} from './shell-target.ts';

/** Does it to the container that is selected now, and to none that is selected later. */
const onTarget =
	(use: (context: CommandContext, target: ShellTarget) => void): Command['run'] =>
	context => {
		const container = selectedContainer(context.state);
		if (container !== undefined) use(context, shellTarget(container));
	};

const shared = {group: 'act', scope: 'global', needsTarget: true} as const;
/** Also a look around is a write for an engine: it is asked by POST. */
const writing = {...shared, writes: true} as const;

export const shellCommands: readonly Command[] = [
	{
		...writing,
		id: 'container.shell',
		title: 'Shell in the container (bash, ash, sh)',
		hint: 'shell',
		keywords: 'exec terminal console',
		keys: ['e'],
		footer: 30,
		disabled: whyNoShell,
		run: onTarget((context, target) => askWayIn(context, {kind: 'shell', request: {target}})),
	},
	{
		...writing,
		id: 'container.run',
		title: 'Run in it: command, user, directory',
		hint: 'run',
		keywords: 'program root environment',
		keys: ['E'],
		disabled: whyNoShell,
		run(context) {
			const container = selectedContainer(context.state);
			if (container !== undefined) openShellForm(context, container);
		},
	},
	{
		...writing,
		id: 'container.root-shell',
		title: 'Root shell in the container',
		keywords: 'superuser user 0',
		keys: [],
		disabled: whyNoShell,
		run: onTarget((context, target) =>
			askWayIn(context, {kind: 'shell', request: {target, user: '0'}}),
		),
	},
	{
		...writing,
		id: 'container.attach',
		title: 'Attach to its first process',
		keywords: 'terminal stdin console',
		keys: [],
		disabled: whyNoShell,
		run: onTarget((context, target) => askWayIn(context, {kind: 'attach', target})),
	},
	{
		...writing,
		id: 'container.debug',
		title: 'Debug container beside it, of another image',
		keywords: 'shell sidecar ephemeral namespaces tools',
		keys: [],
		disabled: whyNoDebug,
		run: onTarget(({effects}, target) => effects.askDebug(target)),
	},
	{
		...writing,
		id: 'debug.clean',
		title: 'Remove debug containers left behind',
		keywords: 'leftover orphan',
		keys: [],
		disabled: state => (leftBehind(state).length === 0 ? 'there is none' : whyNotLive(state)),
		run(context) {
			const acted = {containers: leftBehind(context.state), whose: ' to debug others with'};
			askAction(context, {verb: 'remove', force: true, volumes: true}, acted);
		},
	},
	...(['pane', 'window'] as const).flatMap(where => [
		splitOff('shell', where),
		splitOff('logs', where),
	]),
];

function splitOff(what: SplitRequest['what'], where: SplitRequest['where']): Command {
	return {
		...(what === 'shell' ? writing : shared),
		id: `tmux.${what}-${where}`,
		title: `Tmux: ${what} in a new ${where}`,
		keywords: 'split terminal multiplexer',
		keys: [],
		disabled: (state, keymap) =>
			whyNoTmux(state) ?? (what === 'shell' ? whyNoShell : whyNoLogs)(state, keymap),
		run: onTarget((context, target) => {
			const request = {target, what, where};
			// Reading is no way in.
			if (what === 'logs') context.effects.split(request);
			else askWayIn(context, {kind: 'split', request});
		}),
	};
}

/** None is ours: while one is, the terminal is its own. */
const leftBehind = ({containers}: State): readonly Container[] =>
	[...containers.byKey.values()].filter(isDebugContainer);

function whyNoTmux({isInTmux, endpoint}: State): string | undefined {
	if (!isInTmux) return 'dockmon does not run in tmux';
	return endpoint.isDemo ? 'the demo engine is inside of this dockmon' : undefined;
}

function whyNoContainer(state: State, keymap: Keymap): string | undefined {
	const elsewhere = whyElsewhere(state, keymap);
	if (elsewhere !== undefined) return elsewhere;
	if (selectedContainer(state) === undefined)
		return 'select a container, not a heading, to open a shell';
	return undefined;
}

function whyNoLogs(state: State, keymap: Keymap): string | undefined {
	return whyNoContainer(state, keymap) ?? whyNotLive(state);
}

function whyNoShell(state: State, keymap: Keymap): string | undefined {
	const container = selectedContainer(state);
	const none = whyNoContainer(state, keymap);
	if (none !== undefined || container === undefined) return none;
	if (container.state === 'paused') return `${qualifiedName(container)} is paused`;
	if (!isRunning(container)) return `${qualifiedName(container)} is not running`;
	return whyNotLive(state);
}

function whyNoDebug(state: State, keymap: Keymap): string | undefined {
	if (state.endpoint.isDemo) return 'the demo engine makes no containers';
	return whyNoShell(state, keymap);
}
