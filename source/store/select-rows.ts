import {isUp} from '../model/container.ts';
import {canMove, groupTitle, nameIn} from '../model/grouping.ts';
import type {ContainerKey} from '../model/ids.ts';
import {hasSameItems} from '../model/same.ts';
import type {GroupOrder} from '../model/sort.ts';
import {type Census, type Count, groupByService, type Member, takeCensus} from './census.ts';
import {type ChangedGroups, changedGroups} from './changed-groups.ts';
import type {ContainerMap} from './container-map.ts';
import {groupId} from './group-id.ts';
import type {GroupId, State} from './state.ts';

export type Row = HeadingRow | ContainerRow;

/** It counts all of its containers, also those that the filter hides. */
export interface HeadingRow extends Count {
	/** `group`: of what else than projects the list is divided by. */
	readonly kind: 'project' | 'service' | 'group';
	readonly id: GroupId;
	readonly name: string;
	readonly isFolded: boolean;
}

export interface ContainerRow {
	readonly kind: 'container';
	readonly id: ContainerKey;
	readonly name: string;
	/** Under a service heading. */
	readonly isReplica: boolean;
}

/** The rows of the list from top to bottom; recomputed only when something they are made of changed. */
export const selectRows = (state: State): readonly Row[] => selectList(state).rows;

/** How many containers are shown, or would be if nothing was folded. */
export const selectShownCount = (state: State): number => selectList(state).shownCount;

/** The containers that are shown, in order. */
export const selectShown = (state: State): readonly ContainerKey[] =>
	selectList(state).parts.flatMap(({shown}) => shown.map(({key}) => key));

interface List {
	readonly listed: ContainerMap;
	readonly inputs: readonly unknown[];
	readonly rows: readonly Row[];
	readonly shownCount: number;
	readonly parts: readonly Part[];
}

/** The rows of one group, and what they were made of: where nothing moved it stays as it is. */
interface Part {
	readonly members: Members;
	readonly census: Census;
	readonly shownInputs: readonly unknown[];
	readonly shown: readonly Member[];
	readonly rowInputs: readonly unknown[];
	readonly rows: readonly Row[];
}

/** All containers of a group, in order. */
interface Members {
	readonly group: string;
	readonly keys: readonly ContainerKey[];
	readonly all: readonly Member[];
}

let latest: List | undefined;
let latestParts: ReadonlyMap<string, Part> = new Map();

const selectList = (state: State): List => {
	const {order, filter, passing, folded, showsStopped, grouping} = state.list;
	const inputs = [
		...[state.containers.listed, order, filter, folded, showsStopped, state.tasks],
		...[passing, grouping],
	];
	if (latest?.inputs.at(-1) !== grouping) {
		latest = undefined;
		latestParts = new Map();
	}
	if (latest === undefined || !hasSameItems(inputs, latest.inputs))
		latest = buildList(state, inputs);
	return latest;
};

const buildList = (state: State, inputs: readonly unknown[]): List => {
	const {listed} = state.containers;
	const {grouping} = state.list;
	const changed = changedGroups(listed, latest?.listed, grouping);
	// One that has left its group stands there until the list is ordered again.
	const isAnyChanged = changed === undefined || (canMove(grouping) && changed.size > 0);
	const chosen = state.list.order.map(each =>
		withShown(state, each, isAnyChanged ? undefined : changed),
	);
	// A machine without Compose needs no headings.
	const hasHeadings = chosen.some(({members, shown}) => members.group !== '' && shown.length > 0);
	const parts = chosen.map(part => withRows(state, part, hasHeadings));
	latestParts = new Map(parts.map(part => [part.members.group, part]));
	const shownCount = parts.reduce((count, {shown}) => count + shown.length, 0);
	return {listed, inputs, rows: parts.flatMap(({rows}) => rows), shownCount, parts};
};

const withShown = (
	state: State,
	order: GroupOrder,
	changed: ChangedGroups | undefined,
): Omit<Part, 'rowInputs' | 'rows'> => {
	const {list, tasks} = state;
	const before = latestParts.get(order.group);
	const isChanged = changed === undefined || changed.has(order.group);
	const isSame = !isChanged && before?.members.keys === order.keys;
	const members = isSame ? before.members : membersOf(state, order);
	const shownInputs = [members, list.filter, list.passing, list.showsStopped, tasks];
	const shown =
		before !== undefined && hasSameItems(shownInputs, before.shownInputs)
			? before.shown
			: members.all.filter(member => isShown(state, member));
	const isAsBefore =
		!isChanged && before !== undefined && isSameSet(state, before.members, members);
	const census = isAsBefore ? before.census : takeCensus(members.all);
	return {members, census, shownInputs, shown};
};

/**
 * Whether a group of which nothing changed holds the same containers, in whatever order. One that is new in it is
 * there from the next order on; those that change their groups may do so in pairs.
 */
const isSameSet = ({list: {grouping}}: State, before: Members, now: Members): boolean =>
	before === now || (!canMove(grouping) && before.all.length === now.all.length);

const membersOf = ({containers: {listed}}: State, {group, keys}: GroupOrder): Members => {
	const all: Member[] = [];
	for (const key of keys) {
		const container = listed.get(key);
		if (container !== undefined) all.push({key, container});
	}
	return {group, keys, all};
};

/**
 * What passes the filter, and what something is being done to: a container that is restarted must
 * not leave a list of running ones, or the selection would fall on its neighbour.
 */
const isShown = ({list, tasks}: State, {key, container}: Member): boolean =>
	((list.showsStopped || isUp(container)) &&
		(list.passing?.get(key) ?? list.filter.matches(container))) ||
	tasks.has(key);

const withRows = (
	state: State,
	part: Omit<Part, 'rowInputs' | 'rows'>,
	hasHeadings: boolean,
): Part => {
	const {members, census, shown} = part;
	const rowInputs = [members, shown, hasHeadings, state.list.folded];
	const before = latestParts.get(members.group);
	if (before !== undefined && hasSameItems(rowInputs, before.rowInputs)) return before;
	const rows = hasHeadings
		? groupRows(state, members.group, census, shown)
		: shown.map(member => containerRow(state, member, false));
	return {...part, rowInputs, rows};
};

const groupRows = (
	state: State,
	group: string,
	{all, services}: Census,
	shown: readonly Member[],
): readonly Row[] => {
	if (shown.length === 0) return [];
	const {grouping, folded} = state.list;
	const isProject = grouping.kind === 'project';
	const id = groupId(group, grouping);
	// A heading stands for all of its containers, whatever the filter leaves of them.
	const heading: HeadingRow = {
		kind: isProject ? 'project' : 'group',
		...{id, name: groupTitle(group, grouping), isFolded: folded.has(id)},
		...all,
	};
	if (heading.isFolded) return [heading];
	if (group === '' || !isProject) {
		return [heading, ...shown.map(member => containerRow(state, member, false))];
	}
	const rows = [...groupByService(shown)].flatMap(([service, replicas]) =>
		serviceRows(state, `service:${group}/${service}`, service, replicas, services.get(service)),
	);
	return [heading, ...rows];
};

/** A service with one container is that container; several get a heading of their own. */
const serviceRows = (
	state: State,
	id: GroupId,
	name: string,
	shown: readonly Member[],
	all: Count | undefined,
): readonly Row[] => {
	if (all === undefined || all.keys.length === 1)
		return shown.map(member => containerRow(state, member, false));
	const heading: HeadingRow = {
		kind: 'service',
		id,
		name,
		isFolded: state.list.folded.has(id),
		...all,
	};
	return heading.isFolded
		? [heading]
		: [heading, ...shown.map(each => containerRow(state, each, true))];
};

const containerRow = (
	{list}: State,
	{key, container}: Member,
	isReplica: boolean,
): ContainerRow => ({
	kind: 'container',
	id: key,
	name: nameIn(container, list.grouping, isReplica),
	isReplica,
});
