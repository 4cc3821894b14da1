import type {ActionVerb, ContainerAction} from '../../model/act/container-action.ts';
import type {Container} from '../../model/container.ts';
import {isUp} from '../../model/container.ts';
import {actionTarget} from '../../store/act/action-request.ts';
import {stillThere} from '../../store/act/action-targets.ts';
import type {State} from '../../store/state.ts';
import type {CommandContext} from '../command.ts';
import {actedNow, fittingFor, whyNone, whyNotLive} from './acted.ts';
import {type Acted, argvFor, askAction, sayActed} from './ask-action.ts';
import {openLimits} from './limits-form.ts';
import type {MenuContent, MenuItem, OpenMenu} from './menu-item.ts';
import {openRename} from './rename-form.ts';
import {openRestartPolicy} from './restart-policy-form.ts';

/** All that can be done to what is marked or selected, which stays what it is about. */
export const openActions = ({state, dispatch}: CommandContext): void => {
	const {containers, whose: subject} = actedNow(state);
	const targets = containers.map(actionTarget);
	dispatch({
		type: 'overlay/opened',
		overlay: {kind: 'menu', menu: 'actions', targets, subject, index: 0},
	});
};

export const actionMenu = (state: State, menu: OpenMenu): MenuContent => {
	const acted = actedIn(state, menu);
	// As it was when the menu opened: a letter must not change its meaning under the finger.
	const ran = menu.targets.some(({seen}) => isUp(seen as Container));
	const paused = menu.targets.length > 0 && menu.targets.every(({seen}) => seen.state === 'paused');
	const simple = simpleItem(state, acted);
	const [stop, start] = [simple('stop', ran ? 's' : 'S'), simple('start', ran ? 'S' : 's')];
	const [pause, unpause] = [
		simple('pause', paused ? 'P' : 'p'),
		simple('unpause', paused ? 'p' : 'P'),
	];
	return {
		title: titleOf(acted, menu),
		items: [
			simple('restart', 'r'),
			...(ran ? [stop, start] : [start, stop]),
			...(paused ? [unpause, pause] : [pause, unpause]),
			killItem(state, acted, menu),
			...[false, true].map(volumes => removeItem(state, acted, volumes)),
			renameItem(state, acted),
			updateItem(state, acted, {
				...{key: 'm', title: 'Limits: CPU, memory, PIDs', open: openLimits},
				example: {verb: 'update', limits: {cpus: 1.5, memoryBytes: 512 * 1024 ** 2, pids: 100}},
			}),
			updateItem(state, acted, {
				...{key: 'o', title: 'Restart policy', open: openRestartPolicy},
				example: {verb: 'update', restartPolicy: {name: 'unless-stopped'}},
			}),
		],
	};
};

/** Those that the menu is about, as they are now. */
export const actedIn = (state: State, {targets, subject = ''}: OpenMenu): Acted => ({
	containers: stillThere(state, targets),
	whose: subject,
});

export const titleOf = (acted: Acted, {targets}: OpenMenu): string =>
	acted.containers.length === 0 ? `${targets[0]?.name ?? ''} (gone)` : sayActed(acted);

/** Why it cannot be done to any of them now. */
export const whyNotNow = (state: State, verb: ActionVerb, acted: Acted): string | undefined =>
	whyNone(verb, acted) ?? whyNotLive(state);

/** With the reason where there is one, and the command in any case. */
const itemOf = (item: Omit<MenuItem, 'disabled'>, disabled: string | undefined): MenuItem =>
	disabled === undefined ? item : {...item, disabled};

const titles = {
	restart: 'Restart',
	stop: 'Stop',
	start: 'Start',
	pause: 'Pause',
	unpause: 'Unpause',
} as const;

const simpleItem =
	(state: State, acted: Acted) =>
	(verb: keyof typeof titles, key: string): MenuItem => {
		const fitting = fittingFor(verb, acted);
		return itemOf(
			{
				...{key, title: titles[verb]},
				argv: argvFor({verb}, (fitting.containers.length > 0 ? fitting : acted).containers),
				run: context => askAction(context, {verb}, acted),
			},
			whyNotNow(state, verb, acted),
		);
	};

const killItem = (state: State, acted: Acted, menu: OpenMenu): MenuItem =>
	itemOf(
		{
			...{key: 'k', title: 'Kill, or send a signal'},
			argv: argvFor({verb: 'kill', signal: 'SIGKILL'}, acted.containers),
			run: ({dispatch}) =>
				dispatch({type: 'overlay/opened', overlay: {...menu, menu: 'signals', index: 0}}),
		},
		whyNotNow(state, 'kill', acted),
	);

const removeItem = (state: State, acted: Acted, volumes: boolean): MenuItem => {
	const force = acted.containers.some(isUp);
	const action: ContainerAction = {verb: 'remove', force, volumes};
	return itemOf(
		{
			key: volumes ? 'D' : 'd',
			title: volumes ? 'Remove with its volumes' : 'Remove',
			argv: argvFor(action, acted.containers),
			run: context => askAction(context, action, fittingFor('remove', acted)),
		},
		whyNotNow(state, 'remove', acted),
	);
};

const renameItem = (state: State, acted: Acted): MenuItem => {
	const [only, another] = acted.containers;
	const isOne = another === undefined ? undefined : 'one container has one name; choose one';
	return itemOf(
		{
			...{key: 'n', title: 'Rename'},
			argv: argvFor({verb: 'rename', name: 'NEW-NAME'}, acted.containers),
			run: context => only && openRename(context, only),
		},
		isOne ?? whyNotNow(state, 'rename', acted),
	);
};

interface Update {
	readonly key: string;
	readonly title: string;
	readonly example: ContainerAction;
	readonly open: (context: CommandContext, acted: Acted) => void;
}

const updateItem = (state: State, acted: Acted, {key, title, example, open}: Update): MenuItem =>
	itemOf(
		{
			...{key, title},
			argv: argvFor(example, acted.containers),
			run: context => open(context, fittingFor('update', acted)),
		},
		whyNotNow(state, 'update', acted),
	);
