import type {ContainerKey} from '../model/ids.ts';
import {selectRows} from './select-rows.ts';
import type {State} from './state.ts';

/** More rows than a screen has: what is on the screen is never further from the selection. */
const reach = 100;

/** The containers in the rows around the selection, the closest first: whatever can be seen is among them. */
export const nearRows = (state: State): readonly ContainerKey[] => {
	const {selectedIndex} = state.list;
	const first = Math.max(0, selectedIndex - reach);
	const distance = (index: number): number => Math.abs(first + index - selectedIndex);
	return selectRows(state)
		.slice(first, selectedIndex + reach + 1)
		.flatMap((row, index) => (row.kind === 'container' ? [{key: row.id, at: distance(index)}] : []))
		.toSorted((left, right) => left.at - right.at)
		.map(({key}) => key);
};
