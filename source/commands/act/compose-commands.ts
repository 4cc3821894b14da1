import {cautionOfWayIn} from '../../model/act/policy.ts';
import type {Overlay} from '../../store/overlay.ts';
import {isRunning} from '../../store/program.ts';
import {
	type ComposeEntry,
	projectNameOf,
	selectCompose,
	selectedEntry,
} from '../../store/select-compose.ts';
import type {State} from '../../store/state.ts';
import {whyNoFiles} from '../../store/why-no-compose.ts';
import type {Command, CommandContext, Keymap} from '../command.ts';
import {keyText} from '../keymap.ts';
import {pageMoves} from '../page-moves.ts';
import {showContainer} from '../show-container.ts';
import {isProtected, protectedLine} from './ask-action.ts';
import {composeConfirm, composeRequest} from './compose-request.ts';

type Asked = Parameters<typeof composeConfirm>[1];

/** Why Compose cannot be run for what the cursor stands on. */
const whyNot = (state: State, keymap: Keymap): string | undefined => {
	const entry = selectedEntry(state);
	if (entry === undefined) return 'no project is selected';
	if (state.connection.status !== 'live') return 'the engine does not answer';
	const reason = whyNoFiles(state, projectNameOf(entry));
	if (reason !== undefined || !isRunning(state)) return reason;
	const key = keyText(keymap, 'project.output');
	return `${state.program?.name} is still running${key === undefined ? '' : `; ${key} shows it`}`;
};

const whyNotService = (state: State, keymap: Keymap): string | undefined =>
	whyNot(state, keymap) ??
	(selectedEntry(state)?.kind === 'service' ? undefined : 'select a service, not a project');

/** Asks before anything is run; the request is fixed here, and not when the answer comes. */
export const askCompose = (
	{state, dispatch, nowMillis}: Pick<CommandContext, 'state' | 'dispatch' | 'nowMillis'>,
	project: string,
	order: Asked,
): void => {
	const request = composeRequest(state, project, order);
	if ('problem' in request) {
		const text = `${order.verb} ${project}: ${request.problem}`;
		dispatch({type: 'message/added', level: 'error', text, atMillis: nowMillis});
		return;
	}
	const asked = composeConfirm(request, order);
	const confirm = {...asked, lines: [...asked.lines, ...protectedLine(state)]};
	const question = {confirm, sinceMillis: nowMillis};
	dispatch({
		type: 'overlay/opened',
		overlay: wantsName(state, order)
			? {...question, kind: 'confirm-name', expected: project, text: ''}
			: {...question, kind: 'confirm'},
	});
};

/** A run with a terminal is a shell too, for whoever has those asked about with care. */
const wantsName = (state: State, order: Asked): boolean =>
	isProtected(state) ||
	(order.verb === 'run' &&
		order.isTerminal === true &&
		cautionOfWayIn(state.policy, 'shell', {isProtected: false}) === 'name');

const servicesOf = (entry: ComposeEntry): readonly string[] =>
	entry.kind === 'service' ? [entry.name] : [];

/** One that acts on what the cursor stands on: a service, or the whole project. */
const tool = (
	verb: 'up' | 'down' | 'build' | 'pull' | 'recreate',
	rest: Pick<Command, 'title' | 'hint' | 'keys' | 'keywords' | 'footer'>,
): Command => ({
	...{id: `project.${verb}`, group: 'act', scope: 'compose', needsTarget: true, writes: true},
	...rest,
	disabled: whyNot,
	run(context) {
		const entry = selectedEntry(context.state);
		if (entry === undefined) return;
		const order: Asked = verb === 'down' ? {verb} : {verb, services: servicesOf(entry)};
		askCompose(context, projectNameOf(entry), order);
	},
});

/** One that has to be told more about a service. */
const line = (
	verb: 'scale' | 'run' | 'run-terminal',
	rest: Pick<Command, 'title' | 'hint' | 'keys' | 'keywords' | 'footer'>,
): Command => ({
	...{id: `project.${verb}`, group: 'act', scope: 'compose', needsTarget: true, writes: true},
	...rest,
	disabled: whyNotService,
	run({state, dispatch}) {
		const entry = selectedEntry(state);
		if (entry?.kind !== 'service') return;
		const {project, name: service} = entry;
		const text = verb === 'scale' ? String(entry.wanted ?? entry.containers.length) : '';
		const overlay: Overlay = {kind: 'compose-line', verb, project, service, text};
		dispatch({type: 'overlay/opened', overlay});
	},
});

export const composeCommands: readonly Command[] = [
	...pageMoves('compose', selectCompose),
	{
		id: 'project.open',
		title: 'To its containers in the list',
		hint: 'containers',
		group: 'look',
		scope: 'compose',
		keys: ['enter'],
		footer: 6,
		disabled: state =>
			selectedEntry(state)?.heading.keys[0] === undefined ? 'it has no container' : undefined,
		run(context) {
			const key = selectedEntry(context.state)?.heading.keys[0];
			if (key !== undefined) showContainer(context, key);
		},
	},
	tool('up', {
		title: 'Up: make and start it, as its files say',
		...{hint: 'up', keys: ['u'], keywords: 'compose create start deploy', footer: 10},
	}),
	tool('down', {
		title: 'Down: stop and remove the project',
		...{hint: 'down', keys: ['D'], keywords: 'compose remove stop', footer: 11},
	}),
	tool('build', {
		title: 'Build its images',
		...{hint: 'build', keys: ['b'], keywords: 'compose rebuild image', footer: 12},
	}),
	tool('pull', {
		title: 'Pull its images',
		...{hint: 'pull', keys: ['P'], keywords: 'compose image update', footer: 45},
	}),
	tool('recreate', {
		title: 'Create its containers anew',
		...{hint: 'recreate', keys: ['c'], keywords: 'compose force-recreate replace', footer: 13},
	}),
	line('scale', {
		title: 'Scale the service to a number of replicas',
		...{hint: 'scale', keys: ['n'], keywords: 'compose replicas', footer: 14},
	}),
	line('run', {
		title: 'Run a command once in a container of its own',
		...{hint: 'run once', keys: ['o'], keywords: 'compose one-off task', footer: 46},
	}),
	line('run-terminal', {
		title: 'Run a command once on this terminal',
		...{hint: 'on terminal', keys: ['O'], keywords: 'compose one-off shell interactive'},
		footer: 48,
	}),
	{
		...{id: 'project.down-volumes', group: 'act', scope: 'compose', needsTarget: true},
		title: 'Down, and delete its volumes',
		...{hint: 'with volumes', keys: ['V'], keywords: 'compose remove delete data', footer: 49},
		writes: true,
		disabled: whyNot,
		run({state, effects}) {
			const entry = selectedEntry(state);
			if (entry !== undefined) effects.askDownVolumes(projectNameOf(entry));
		},
	},
	{
		id: 'project.config',
		title: 'Files as Compose understands them, in one',
		hint: 'config',
		keywords: 'compose rendered yaml',
		group: 'look',
		scope: 'compose',
		keys: ['v'],
		footer: 15,
		disabled: whyNot,
		run({state, effects}) {
			const entry = selectedEntry(state);
			if (entry !== undefined) effects.showConfig(projectNameOf(entry));
		},
	},
	{
		id: 'project.read',
		title: 'Look for Compose and read the files again',
		hint: 'read again',
		keywords: 'compose refresh drift',
		group: 'look',
		scope: 'compose',
		keys: ['R'],
		footer: 16,
		run: ({effects}) => effects.readProjects(),
	},
	{
		id: 'project.output',
		title: 'Output of what was run last',
		hint: 'output',
		group: 'look',
		scope: 'compose',
		keys: ['ctrl+o'],
		footer: 47,
		disabled: ({program}) => (program === undefined ? 'nothing was run yet' : undefined),
		run: ({dispatch}) =>
			dispatch({
				type: 'overlay/opened',
				overlay: {kind: 'output', top: Number.MAX_SAFE_INTEGER},
			}),
	},
];
