import type {Container} from '../model/container.ts';
import {isUp} from '../model/container.ts';
import {healthOf, qualifiedName} from '../model/container-facts.ts';
import {sayGroup} from '../model/grouping.ts';
import {refKey, shortId} from '../model/ids.ts';
import type {LogTarget} from '../model/logs/log-target.ts';
import {groupName} from '../store/group-id.ts';
import {chosenTarget, selectionTarget, shownTarget} from '../store/logs/select-target.ts';
import type {Confirm} from '../store/overlay.ts';
import type {Row} from '../store/select-rows.ts';
import {selectShown} from '../store/select-rows.ts';
import {selectedContainers, selectedRow} from '../store/select-target.ts';
import type {State} from '../store/state.ts';
import type {Command, CommandContext, Keymap} from './command.ts';
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
		id: 'container.restart',
		title: 'Restart container, service or project',
		hint: 'restart',
		group: 'act',
		scope: 'global',
		keys: ['r'],
		needsTarget: true,
		footer: 35,
		disabled: whyNoAction,
		run: context => ask(context, 'restart', selectedContainers(context.state)),
	},
	{
		id: 'container.start-stop',
		title: 'Start/stop container, service, project',
		hint: 'start/stop',
		group: 'act',
		scope: 'global',
		keys: ['s'],
		needsTarget: true,
		footer: 40,
		disabled: whyNoAction,
		run(context) {
			const containers = selectedContainers(context.state);
			const running = containers.filter(isUp);
			// Something runs: stop it. The verb is fixed here, not when the answer comes.
			if (running.length > 0) ask(context, 'stop', running);
			else ask(context, 'start', containers);
		},
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

function whyNoAction(state: State, keymap: Keymap): string | undefined {
	if (selectedContainers(state).length === 0) return 'nothing is selected';
	return whyElsewhere(state, keymap) ?? whyNotLive(state);
}

const whyNotLive = (state: State): string | undefined =>
	state.connection.status === 'live' ? undefined : 'the engine does not answer';

/** Those that have a key of their own. */
type Asked = 'start' | 'stop' | 'restart';

const ask = (
	{state, dispatch, nowMillis}: CommandContext,
	verb: Asked,
	containers: readonly Container[],
): void => {
	const request = {action: {verb}, keys: containers.map(container => refKey(container.ref))};
	const confirm: Confirm = {
		title: question(state, verb, containers),
		lines: [...consequences(verb, containers), ...hiddenLine(state, containers)],
		request,
	};
	dispatch({type: 'overlay/opened', overlay: {kind: 'confirm', confirm, sinceMillis: nowMillis}});
};

const question = (state: State, verb: Asked, containers: readonly Container[]): string => {
	const word = verb.charAt(0).toUpperCase() + verb.slice(1);
	const [only] = containers;
	const row = selectedRow(state);
	if (row?.kind === 'container' && only !== undefined) return `${word} ${qualifiedName(only)}?`;
	const count = containers.length === 1 ? '1 container' : `${containers.length} containers`;
	return `${word} ${count}${row === undefined ? '' : belonging(state, row)}?`;
};

const belonging = ({list: {grouping}}: State, row: Row): string => {
	if (row.kind === 'service') return ` of service ${row.name}`;
	const name = groupName(row.id, grouping);
	if (name !== '') return ` of ${sayGroup(name, grouping)}`;
	return ` without ${grouping.kind === 'label' ? grouping.label : `a ${grouping.kind}`}`;
};

/** What is about to happen to what: object, id and state of each, then the consequence. */
const consequences = (verb: Asked, containers: readonly Container[]): readonly string[] => {
	const named = containers.slice(0, maxNamed).map(describe);
	const more = containers.length - named.length;
	return [...named, ...(more > 0 ? [`and ${more} more`] : []), consequence[verb]];
};

/** A heading acts on all of its containers; what the filter hides must not come as a surprise. */
const hiddenLine = (state: State, containers: readonly Container[]): readonly string[] => {
	// Chosen by itself, be it on a screen that no filter concerns.
	if (selectedRow(state)?.kind === 'container') return [];
	const shown = new Set(selectShown(state));
	const hidden = containers.filter(({ref}) => !shown.has(refKey(ref))).length;
	return hidden === 0
		? []
		: [`${hidden} of them ${hidden === 1 ? 'is' : 'are'} hidden by the filter.`];
};

const maxNamed = 8;

const describe = (container: Container): string => {
	const health = healthOf(container).kind;
	const state = health === 'none' ? container.state : `${container.state}, ${health}`;
	return `${qualifiedName(container)}  ${shortId(container.ref.id)}  ${state}`;
};

const consequence: Readonly<Record<Asked, string>> = {
	start: 'Starts it as it was created.',
	stop: 'Clients lose their connection; it stays stopped until it is started. Data is kept.',
	restart: 'Clients lose their connection for a moment. Data is kept.',
};
