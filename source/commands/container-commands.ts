import {qualifiedName} from '../model/container-facts.ts';
import type {LogTarget} from '../model/logs/log-target.ts';
import {chosenTarget, selectionTarget, shownTarget} from '../store/logs/select-target.ts';
import {selectedContainer} from '../store/select-target.ts';
import type {State} from '../store/state.ts';
import {whyNotLive} from './act/acted.ts';
import type {Command, Keymap} from './command.ts';
import {openLogs} from './open-logs.ts';
import {whyElsewhere} from './why-elsewhere.ts';

export const containerCommands: readonly Command[] = [
	{
		id: 'container.logs',
		title: 'Logs in full screen, of marked rows if any',
		hint: 'logs',
		group: 'look',
		scope: 'global',
		keys: ['l'],
		footer: 20,
		disabled: whyNoLogs,
		run: context => openLogs(context, logsToOpen(context.state)),
	},
	{
		id: 'container.shell',
		title: 'Shell in the container (bash, ash, sh)',
		hint: 'shell',
		keywords: 'exec terminal console',
		group: 'act',
		scope: 'global',
		keys: ['e'],
		needsTarget: true,
		writes: true,
		footer: 30,
		disabled: whyNoShell,
		run: ({effects}) => effects.openShell(),
	},
];

function whyNoLogs(state: State): string | undefined {
	const {view, focus, zoomed, tab} = state.frame;
	if (view === 'dashboard' && focus === 'logs' && zoomed && tab === 'logs')
		return 'they fill the screen already';
	return logsToOpen(state) === undefined ? 'nothing is selected' : undefined;
}

/** Whoever reads a log wants that one larger. */
function logsToOpen(state: State): LogTarget | undefined {
	if (state.frame.view !== 'dashboard') return selectionTarget(state);
	return state.frame.focus === 'logs' ? shownTarget(state) : chosenTarget(state);
}

function whyNoShell(state: State, keymap: Keymap): string | undefined {
	const elsewhere = whyElsewhere(state, keymap);
	if (elsewhere !== undefined) return elsewhere;
	const container = selectedContainer(state);
	if (container === undefined) return 'select a container, not a heading, to open a shell';
	if (container.state === 'paused') return `${qualifiedName(container)} is paused`;
	if (container.state !== 'running') return `${qualifiedName(container)} is not running`;
	return whyNotLive(state);
}
