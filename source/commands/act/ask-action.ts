import {consequencesOf, losesVolumes} from '../../model/act/consequences.ts';
import type {ContainerAction} from '../../model/act/container-action.ts';
import {dockerCommand} from '../../model/act/docker-command.ts';
import type {Container} from '../../model/container.ts';
import {isUp} from '../../model/container.ts';
import {healthOf, qualifiedName} from '../../model/container-facts.ts';
import {refKey, shortId} from '../../model/ids.ts';
import type {Confirm} from '../../store/overlay.ts';
import {selectShown} from '../../store/select-rows.ts';
import {selectedRow} from '../../store/select-target.ts';
import type {State} from '../../store/state.ts';
import type {CommandContext} from '../command.ts';

/** What an action is to be done to. */
export interface Acted {
	readonly containers: readonly Container[];
	/** Behind their number: ` of project shop`; empty for what was chosen by itself. */
	readonly whose: string;
}

/** Asks before it is done: with all that follows from it, and No as the answer of every habit. */
export const askAction = (
	{state, dispatch, nowMillis: sinceMillis}: CommandContext,
	action: ContainerAction,
	acted: Acted,
): void => {
	const {containers} = acted;
	const confirm: Confirm = {
		title: `${questionOf(action, acted)}?`,
		lines: [
			...naming(containers),
			...consequencesOf(action, containers, state.containers.byKey.values()),
			...hiddenLine(state, containers),
		],
		commands: [
			dockerCommand(
				action,
				containers.map(({ref, name}) => ({id: ref.id, name})),
			),
		],
		request: {kind: 'action', action, keys: containers.map(({ref}) => refKey(ref))},
	};
	const expected = wordToType(action, containers);
	dispatch({
		type: 'overlay/opened',
		overlay:
			expected === undefined
				? {kind: 'confirm', confirm, sinceMillis}
				: {kind: 'confirm-name', confirm, expected, text: '', sinceMillis},
	});
};

/** What cannot be undone wants more than a letter. */
const wordToType = (
	action: ContainerAction,
	containers: readonly Container[],
): string | undefined => {
	if (action.verb !== 'remove') return undefined;
	const loses = action.volumes === true && containers.some(losesVolumes);
	if (!loses && !containers.some(isUp)) return undefined;
	const [only] = containers;
	return containers.length === 1 ? only?.name : `remove ${containers.length}`;
};

/** `shop/api`, `3 containers of project shop` */
export const sayActed = ({containers, whose}: Acted): string => {
	const [only, another] = containers;
	if (only !== undefined && another === undefined && whose === '') return qualifiedName(only);
	return `${containers.length === 1 ? '1 container' : `${containers.length} containers`}${whose}`;
};

const questionOf = (action: ContainerAction, acted: Acted): string => {
	const what = sayActed(acted);
	switch (action.verb) {
		case 'kill':
			return `Send ${action.signal ?? 'SIGKILL'} to ${what}`;
		case 'remove':
			return `Remove ${what}${action.volumes ? ' with volumes' : ''}`;
		case 'rename':
			return `Rename ${what} to ${action.name}`;
		case 'update':
			return `Change ${action.limits ? 'limits' : 'the restart policy'} of ${what}`;
		default:
			return `${action.verb.charAt(0).toUpperCase()}${action.verb.slice(1)} ${what}`;
	}
};

const maxNamed = 8;

/** Object, id and state of each. */
const naming = (containers: readonly Container[]): readonly string[] => {
	const named = containers.slice(0, maxNamed).map(describe);
	const more = containers.length - named.length;
	return more > 0 ? [...named, `and ${more} more`] : named;
};

const describe = (container: Container): string => {
	const health = healthOf(container).kind;
	const state = health === 'none' ? container.state : `${container.state}, ${health}`;
	return `${qualifiedName(container)}  ${shortId(container.ref.id)}  ${state}`;
};

/** What the filter hides must not come as a surprise. */
const hiddenLine = (state: State, containers: readonly Container[]): readonly string[] => {
	const row = selectedRow(state);
	const [only] = containers;
	// Chosen by itself, be it on a screen that no filter concerns.
	if (containers.length === 1 && only && row?.id === refKey(only.ref)) return [];
	const shown = new Set(selectShown(state));
	const hidden = containers.filter(({ref}) => !shown.has(refKey(ref))).length;
	return hidden === 0
		? []
		: [`${hidden} of them ${hidden === 1 ? 'is' : 'are'} hidden by the filter.`];
};
