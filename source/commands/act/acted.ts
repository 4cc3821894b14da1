import {whyNotAct} from '../../model/act/applicability.ts';
import type {ActionVerb} from '../../model/act/container-action.ts';
import {qualifiedName} from '../../model/container-facts.ts';
import {byProject, sayGroup} from '../../model/grouping.ts';
import {actedOn, actsOnMarks} from '../../store/act/action-targets.ts';
import {groupName} from '../../store/group-id.ts';
import type {Row} from '../../store/select-rows.ts';
import {selectedRow} from '../../store/select-target.ts';
import type {State} from '../../store/state.ts';
import type {Keymap} from '../command.ts';
import {whyElsewhere} from '../why-elsewhere.ts';
import type {Acted} from './ask-action.ts';

/** What an action would be done to now, and whose they are. */
export const actedNow = (state: State): Acted => ({
	containers: actedOn(state),
	whose: whoseNow(state),
});

/** Why nothing can be done to anything now; undefined where it can. */
export const whyNoAction = (state: State, keymap: Keymap): string | undefined => {
	if (actedOn(state).length === 0) return 'nothing is selected';
	// Marks are counted in the status line, whatever log is shown.
	const elsewhere = actsOnMarks(state) ? undefined : whyElsewhere(state, keymap);
	return elsewhere ?? whyNotLive(state);
};

export const whyNotLive = (state: State): string | undefined =>
	state.connection.status === 'live' ? undefined : 'the engine does not answer';

/** Those of them to which it can be done. */
export const fittingFor = (verb: ActionVerb, {containers, whose}: Acted): Acted => ({
	containers: containers.filter(container => whyNotAct(verb, container) === undefined),
	whose,
});

/** Why it can be done to none of them: `shop/api is not paused`. */
export const whyNone = (verb: ActionVerb, {containers}: Acted): string | undefined => {
	const reasons = containers.map(container => whyNotAct(verb, container));
	const [only] = containers;
	if (only === undefined) return 'the container is gone';
	if (reasons.includes(undefined)) return undefined;
	return containers.length === 1
		? `${qualifiedName(only)} ${reasons[0]}`
		: `none of the ${containers.length}: ${qualifiedName(only)} ${reasons[0]}`;
};

/** ` of project shop`, ` that are marked`; empty for a container that was chosen by itself. */
const whoseNow = (state: State): string => {
	if (actsOnMarks(state)) return actedOn(state).length === 1 ? '' : ' that are marked';
	const row = selectedRow(state);
	return row === undefined || row.kind === 'container' ? '' : belonging(state, row);
};

const belonging = ({list}: State, row: Exclude<Row, {kind: 'container'}>): string => {
	if (row.kind === 'service') return ` of service ${row.name}`;
	// On the screen of projects one is chosen whatever the list is divided by.
	const grouping = row.kind === 'project' ? byProject : list.grouping;
	const name = groupName(row.id, grouping);
	if (name !== '') return ` of ${sayGroup(name, grouping)}`;
	return ` without ${grouping.kind === 'label' ? grouping.label : `a ${grouping.kind}`}`;
};
