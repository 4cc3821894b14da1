import {whyNotAct} from '../../model/act/applicability.ts';
import {mayHaveClients} from '../../model/act/clients.ts';
import {consequencesOf, cutsOff} from '../../model/act/consequences.ts';
import type {ContainerAction} from '../../model/act/container-action.ts';
import {dockerCommand} from '../../model/act/docker-command.ts';
import {cautionOf, isProtectedHost} from '../../model/act/policy.ts';
import type {Container} from '../../model/container.ts';
import {healthOf, qualifiedName} from '../../model/container-facts.ts';
import {refKey, shortId} from '../../model/ids.ts';
import {isAtWork} from '../../store/act/act-state.ts';
import {actionTarget} from '../../store/act/action-request.ts';
import type {BulkWords} from '../../store/act/bulk-state.ts';
import type {ClientsAsked} from '../../store/act/clients-asked.ts';
import type {Confirm} from '../../store/overlay.ts';
import {hasOwnTarget} from '../../store/page-target.ts';
import {selectShown} from '../../store/select-rows.ts';
import {selectedRow} from '../../store/select-target.ts';
import type {State} from '../../store/state.ts';
import type {CommandContext} from '../command.ts';
import {askBulk} from './ask-bulk.ts';

/** What an action is to be done to. */
export interface Acted {
	readonly containers: readonly Container[];
	/** Behind their number: ` of project shop`; empty for what was chosen by itself. */
	readonly whose: string;
}

/** Asks before it is done: with all that follows from it, and No as the answer of every habit. */
export const askAction = (context: CommandContext, action: ContainerAction, acted: Acted): void => {
	const {state, dispatch, effects, nowMillis: sinceMillis, isClick} = context;
	const {containers} = acted;
	if (containers.length === 0) {
		const text = `${action.verb}: what was meant is gone`;
		dispatch({type: 'message/added', level: 'info', text, atMillis: sinceMillis});
		return;
	}
	if (containers.length > 1) {
		askBulk(context, action, containers, wordsFor(state, action, acted));
		return;
	}
	const underWay = whyUnderWay(state, action, containers);
	if (underWay !== undefined) {
		dispatch({type: 'message/added', level: 'info', text: underWay, atMillis: sinceMillis});
		return;
	}
	const targets = containers.map(actionTarget);
	const caution = cautionFor(state, action, containers);
	// A click asks in any case.
	if (caution === 'never' && !isClick) {
		effects.runAction({action, targets});
		return;
	}
	const names = naming(containers);
	const confirm: Confirm = {
		title: `${questionOf(action, acted)}?`,
		named: names.length,
		lines: [
			...names,
			...consequencesOf(action, containers, state.containers.byKey.values()),
			...hiddenLine(state, containers),
			...protectedLine(state),
		],
		...clientsOf(state, action, containers),
		commands: [argvFor(action, containers)],
		request: {kind: 'action', action, targets},
	};
	dispatch({
		type: 'overlay/opened',
		overlay:
			caution === 'name'
				? {
						...{kind: 'confirm-name', confirm, text: '', sinceMillis},
						expected: wordFor(action, containers),
					}
				: {kind: 'confirm', confirm, sinceMillis},
	});
};

/** The same thing would not be done twice, so it is not asked about either: the row has not changed yet. */
const whyUnderWay = (
	{tasks}: State,
	{verb}: ContainerAction,
	[only]: readonly Container[],
): string | undefined => {
	const task = only && tasks.get(refKey(only.ref));
	return only && isAtWork(task) && task.verb === verb
		? `${verb} of ${qualifiedName(only)} is under way`
		: undefined;
};

/** Of those only to which it can be done; the others are listed too, with the reason. */
const wordsFor = (state: State, action: ContainerAction, {containers, whose}: Acted): BulkWords => {
	const fitting = containers.filter(each => whyNotAct(action.verb, each) === undefined);
	return {
		title: questionOf(action, {containers: fitting, whose}),
		of: whose,
		notes: [
			...consequencesOf(action, fitting, state.containers.byKey.values()),
			...hiddenLine(state, containers),
			...protectedLine(state),
		],
		...clientsOf(state, action, fitting),
		command: argvFor(action, fitting),
		...(cautionFor(state, action, fitting) === 'name' ? {expected: wordFor(action, fitting)} : {}),
	};
};

/** Who is connected is looked for while the question is read. */
const clientsOf = (
	{containers: {byKey}}: State,
	action: ContainerAction,
	containers: readonly Container[],
): {readonly clients?: ClientsAsked} => {
	const of = cutsOff(action) ? mayHaveClients(containers, byKey.values()) : [];
	return of.length === 0 ? {} : {clients: {of: of.map(({ref}) => ref)}};
};

const cautionFor = (state: State, action: ContainerAction, containers: readonly Container[]) =>
	cautionOf(state.policy, action, {containers, isProtected: isProtected(state)});

/** Whether every action on this engine wants the name. */
export const isProtected = ({policy, endpoint}: State): boolean =>
	isProtectedHost(policy, endpoint);

export const protectedLine = (state: State): readonly string[] =>
	isProtected(state) ? [`${state.endpoint.url} is protected.`] : [];

/** What the docker CLI would be given for it. */
export const argvFor = (
	action: ContainerAction,
	containers: readonly Container[],
): readonly string[] =>
	dockerCommand(
		action,
		containers.map(({ref, name}) => ({id: ref.id, name})),
	);

/** What has to be typed. */
const wordFor = ({verb}: ContainerAction, containers: readonly Container[]): string => {
	const [only, another] = containers;
	return only !== undefined && another === undefined ? only.name : `${verb} ${containers.length}`;
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

export const describe = (container: Container): string => {
	const health = healthOf(container).kind;
	const state = health === 'none' ? container.state : `${container.state}, ${health}`;
	return `${qualifiedName(container)}  ${shortId(container.ref.id)}  ${state}`;
};

/** What the filter hides must not come as a surprise. */
const hiddenLine = (state: State, containers: readonly Container[]): readonly string[] => {
	const row = selectedRow(state);
	const [only] = containers;
	// Chosen by itself, or on a screen that no filter concerns.
	if (hasOwnTarget(state)) return [];
	if (containers.length === 1 && only && row?.id === refKey(only.ref)) return [];
	const shown = new Set(selectShown(state));
	const hidden = containers.filter(({ref}) => !shown.has(refKey(ref))).length;
	if (hidden === 0) return [];
	return containers.length === 1
		? ['It is hidden by the filter.']
		: [`${hidden} of them ${hidden === 1 ? 'is' : 'are'} hidden by the filter.`];
};
