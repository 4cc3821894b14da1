import {refKey} from '../../source/model/ids.ts';
import {maxTimelineEntries} from '../../source/model/timeline.ts';
import {maxMessages} from '../../source/store/act/act-state.ts';
import {selectRows} from '../../source/store/select-rows.ts';
import type {State} from '../../source/store/state.ts';
import {oddIn} from '../helpers/field-faults.ts';

/** Places of cursors and windows are called so, wherever they are. */
const isPlaceName = /^(?:index|top|row|selectedIndex)$/;

/** Numbers that say where a cursor or a window stands, and cannot. */
const oddPlaces = (value: unknown, path: string): readonly string[] => {
	if (typeof value !== 'object' || value === null || value instanceof Map || value instanceof Set)
		return [];
	return Object.entries(value).flatMap(([name, item]) => {
		if (typeof item !== 'number') return oddPlaces(item, `${path}.${name}`);
		const isOdd = isPlaceName.test(name) && !(Number.isInteger(item) && item >= 0);
		return isOdd ? [`${path}.${name} is ${item}`] : [];
	});
};

const selectionFaults = (state: State): readonly string[] => {
	const {selected, selectedIndex} = state.list;
	const rows = selectRows(state);
	if (selected === undefined || rows.length === 0) return [];
	const row = rows[selectedIndex];
	return row?.id === selected
		? []
		: [`${selected} is selected at ${selectedIndex} of ${rows.length}, where ${row?.id} is`];
};

/** What is wrong with a state, whatever has happened to it; one sentence each. */
export const stateFaults = (state: State): readonly string[] => {
	const {byKey} = state.containers;
	const strangers = [...byKey].filter(([key, {ref}]) => refKey(ref) !== key);
	const marked = [...state.list.marked].filter(key => !byKey.has(key));
	const {files, trees, stats, detail, places} = state;
	return [
		...selectionFaults(state),
		...oddPlaces({overlays: state.frame.overlays, places, files, trees, stats, detail}, 'state'),
		...oddIn([...state.usages.values()], 'usages'),
		...strangers.map(([key]) => `${key} is another container`),
		...marked.map(key => `${key} is marked and gone`),
		...(state.messages.length > maxMessages ? [`${state.messages.length} messages`] : []),
		...(state.timeline.length > maxTimelineEntries ? [`${state.timeline.length} entries`] : []),
		...(state.frame.overlays.length > 6 ? [`${state.frame.overlays.length} overlays`] : []),
	];
};
