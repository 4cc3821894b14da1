import {type PlannedColumn, planColumns} from '../../../format/columns.ts';
import type {ColumnChoice} from '../../../model/column-choice.ts';
import type {Grouping} from '../../../model/grouping.ts';
import type {State} from '../../../store/state.ts';
import {type Column, columns} from './columns.ts';

export const columnById: ReadonlyMap<string, Column> = new Map(
	columns.map(column => [column.id, column]),
);

const defaults = columns.filter(({isDefault}) => isDefault);

/** What the user has chosen, what cannot be hidden always; the same array for the same choice. */
const chosenColumns = ({list}: Pick<State, 'list'>): readonly Column[] => {
	if (list.columns === undefined) return defaults;
	const known = chosen.get(list.columns) ?? choose(list.columns);
	chosen.set(list.columns, known);
	return known;
};

const chosen = new WeakMap<readonly ColumnChoice[], readonly Column[]>();

const choose = (choices: readonly ColumnChoice[]): readonly Column[] => {
	const fixed = columns.filter(
		({id, isFixed}) => isFixed && !choices.some(choice => choice.id === id),
	);
	return [
		...fixed,
		...choices.flatMap(({id, width}) => {
			const column = columnById.get(id);
			if (column === undefined || width === undefined) return column ?? [];
			return {...column, min: Math.min(column.min, width), ideal: width, grow: false};
		}),
	];
};

/** Where a heading does not say the project, each name does. */
const withNames = (shown: readonly Column[], {kind}: Grouping): readonly Column[] => {
	if (kind === 'project') return shown;
	const wide =
		wider.get(shown) ?? shown.map(column => (column.grow ? {...column, ...qualified} : column));
	wider.set(shown, wide);
	return wide;
};

const qualified = {min: 22, ideal: 28};
const wider = new WeakMap<readonly Column[], readonly Column[]>();

/** Selection bar, state, space, health, mark. */
export const markCells = 5;

/** A column with its place. */
export interface PlacedColumn extends PlannedColumn {
	readonly column: Column;
}

/** The columns that have room in a list of this width; the same plan for the same choice and width. */
export const planList = (state: Pick<State, 'list'>, width: number): readonly PlacedColumn[] => {
	const shown = withNames(chosenColumns(state), state.list.grouping);
	if (latest?.shown !== shown || latest.width !== width) {
		const plan = planColumns(shown, width - markCells).flatMap(planned => {
			const column = columnById.get(planned.id);
			return column === undefined ? [] : {...planned, column};
		});
		latest = {shown, width, plan};
	}
	return latest.plan;
};

let latest:
	| {
			readonly shown: readonly Column[];
			readonly width: number;
			readonly plan: readonly PlacedColumn[];
	  }
	| undefined;
