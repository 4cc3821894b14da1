import type {Container} from '../model/container.ts';
import {displayName, isReplica} from '../model/container-facts.ts';
import {refKey} from '../model/ids.ts';
import {selectedHappening} from './select-happenings.ts';
import {selectedProblem} from './select-problem.ts';
import type {ContainerRow} from './select-rows.ts';
import type {State} from './state.ts';

type TargetOf = (state: State) => Container | undefined;

/** What keys act on where a screen has a list of its own. */
const targets: Readonly<Partial<Record<State['frame']['view'], TargetOf>>> = {
	problems: state => selectedProblem(state)?.container,
	events(state) {
		const key = selectedHappening(state)?.entry.key;
		return key === undefined ? undefined : state.containers.byKey.get(key);
	},
};

export const hasOwnTarget = ({frame}: State): boolean => targets[frame.view] !== undefined;

/** As a row of the list; the same one for the same container. Undefined where there is none. */
export const targetRow = (state: State): ContainerRow | undefined => {
	const container = targets[state.frame.view]?.(state);
	if (container === undefined) return undefined;
	const known = rows.get(container);
	if (known !== undefined) return known;
	const name = displayName(container, isReplica(container));
	const row: ContainerRow = {kind: 'container', id: refKey(container.ref), name, isReplica: false};
	rows.set(container, row);
	return row;
};

const rows = new WeakMap<Container, ContainerRow>();
