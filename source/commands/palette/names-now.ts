import type {GroupName, Names} from '../../store/names.ts';
import {type HeadingRow, selectRows} from '../../store/select-rows.ts';
import type {State} from '../../store/state.ts';

/** All that can be gone to by its name now; the same object while nothing changed. */
export const namesNow = (state: State): Names => {
	const rows = selectRows(state);
	const containers = state.containers.listed;
	if (latest?.rows !== rows || latest.names.containers !== containers) {
		latest = {rows, names: {groups: groupsOf(rows), containers}};
	}
	return latest.names;
};

type Rows = ReturnType<typeof selectRows>;

let latest: {readonly rows: Rows; readonly names: Names} | undefined;

const groupsOf = (rows: Rows): readonly GroupName[] =>
	rows.flatMap(row => (row.kind === 'container' ? [] : groupOf(row)));

const groupOf = (row: HeadingRow): GroupName => {
	const {kind, id} = row;
	// A service is called by its project too: `shop/api`.
	return {kind, id, name: kind === 'service' ? id.slice(id.indexOf(':') + 1) : row.name};
};
