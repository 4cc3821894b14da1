import type {Container} from '../model/container.ts';
import {displayName, isReplica} from '../model/container-facts.ts';
import {type ContainerKey, refKey} from '../model/ids.ts';
import {selectedEntry} from './select-compose.ts';
import {selectedHappening} from './select-happenings.ts';
import {selectedProblem} from './select-problem.ts';
import type {ContainerRow, HeadingRow} from './select-rows.ts';
import type {State} from './state.ts';

type TargetOf = (state: State) => Container | HeadingRow | undefined;

/** What keys act on where a screen has a list of its own. */
const targets: Readonly<Partial<Record<State['frame']['view'], TargetOf>>> = {
	problems: state => selectedProblem(state)?.container,
	events(state) {
		const key = selectedHappening(state)?.entry.key;
		return key === undefined ? undefined : state.containers.byKey.get(key);
	},
	compose: state => selectedEntry(state)?.heading,
};

export const hasOwnTarget = ({frame}: State): boolean => targets[frame.view] !== undefined;

/** As a row of the list; the same one for the same container. Undefined where there is none. */
export const targetRow = (state: State): ContainerRow | HeadingRow | undefined => {
	const container = targets[state.frame.view]?.(state);
	if (container === undefined || 'kind' in container) return container;
	const known = rows.get(container);
	if (known !== undefined) return known;
	const name = displayName(container, isReplica(container));
	const row: ContainerRow = {kind: 'container', id: refKey(container.ref), name, isReplica: false};
	rows.set(container, row);
	return row;
};

const rows = new WeakMap<Container, ContainerRow>();

/** The container of a row, or the first of a heading's: what stands for it where only one can be shown. */
export const keyOfRow = (row: ContainerRow | HeadingRow): ContainerKey | undefined =>
	row.kind === 'container' ? row.id : row.keys[0];
