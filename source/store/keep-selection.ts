import type {ContainerKey} from '../model/ids.ts';
import {logSourceOf} from '../model/logs/log-source.ts';
import type {Row} from './select-rows.ts';
import {selectRows} from './select-rows.ts';
import type {State} from './state.ts';

/**
 * The selection stays on its row; when its container was made anew, on the new one; when it is gone, on
 * the row that took its place. While there is
 * no row at all, as under a filter that finds nothing, it is remembered.
 */
export const keepSelection = (before: State, after: State): State => {
	const isSame =
		before.list === after.list &&
		before.containers.listed === after.containers.listed &&
		before.tasks === after.tasks;
	if (isSame) return after;
	const rows = selectRows(after);
	const {selected, selectedIndex} = after.list;
	// It seldom moves, and there may be many rows.
	if (selected !== undefined && rows[selectedIndex]?.id === selected) return after;
	const isNarrowed = before.list.filter !== after.list.filter;
	const wanted = isNarrowed ? matchIndex(after, rows) : successorIndex(before, after, rows);
	return selectAt(after, rows, wanted ?? wantedIndex(after, rows));
};

/** Who looks for something means the first that is found. Undefined where the selection is among them. */
const matchIndex = ({list: {selected}}: State, rows: readonly Row[]): number | undefined => {
	if (rows.some(row => row.id === selected)) return undefined;
	const index = rows.findIndex(row => row.kind === 'container');
	return index < 0 ? undefined : index;
};

/** Undefined where the selected container is still there, or nothing has taken its place. */
const successorIndex = (
	{containers: {byKey: known}, list: {selected}}: State,
	{containers: {byKey}}: State,
	rows: readonly Row[],
): number | undefined => {
	const key = selected as ContainerKey | undefined;
	const container = key === undefined || byKey.has(key) ? undefined : known.get(key);
	if (container === undefined) return undefined;
	const source = logSourceOf(container);
	const index = rows.findIndex(row => {
		const other = row.kind === 'container' ? byKey.get(row.id) : undefined;
		return other !== undefined && logSourceOf(other) === source;
	});
	return index < 0 ? undefined : index;
};

const wantedIndex = (state: State, rows: readonly Row[]): number => {
	const {selected, selectedIndex, isTouched} = state.list;
	const index = rows.findIndex(row => row.id === selected);
	if (index >= 0) return index;
	// Nothing chosen yet: the first container, because headings have no logs of their own to show.
	const first = rows.findIndex(row => row.kind === 'container');
	const isGone = !state.containers.byKey.has(selected as ContainerKey);
	const wanted = isGone && !isTouched ? first : selectedIndex;
	return Math.max(0, Math.min(wanted, rows.length - 1));
};

const selectAt = (state: State, rows: readonly Row[], selectedIndex: number): State => {
	const row = rows[selectedIndex];
	return row === undefined
		? state
		: {...state, list: {...state.list, selected: row.id, selectedIndex}};
};
