import {percentOfList} from '../config/settings/layout.ts';
import {columnText, parseColumn} from '../model/column-choice.ts';
import {groupingKey, parseGrouping} from '../model/grouping.ts';
import {parseSort, sortText} from '../model/sort.ts';
import type {Action} from '../store/action.ts';
import type {GroupId, PaneSizes, State} from '../store/state.ts';

/** Something of the screen that the configuration may set, or that is remembered from the last time. */
export interface Preference {
	/** Where the configuration has it; another name for what is only remembered. */
	readonly key: string;
	/** The part of the state that it is made of: the same object means that nothing changed. Undefined: is not remembered. */
	readonly from?: (state: State) => unknown;
	/** As it is written: plain JSON, and not endless. */
	readonly read: (state: State) => unknown;
	/** What makes the state so; nothing for a value that makes no sense. */
	readonly apply: (value: unknown, state: State) => readonly Action[];
}

const mostColumns = 100;
const mostFolded = 500;
const mostTyped = 50;

/** The border of the list: percent in the configuration, a share in the state. */
const border = (name: keyof PaneSizes): Preference => ({
	key: `layout.${name}`,
	from: ({frame}) => frame.sizes[name],
	read({frame}) {
		const share = frame.sizes[name];
		const {least, most} = percentOfList;
		if (share === undefined) return undefined;
		return Math.max(least, Math.min(most, Math.round(share * 100)));
	},
	apply: (value, {frame}) =>
		typeof value === 'number'
			? [{type: 'frame/resized', sizes: {...frame.sizes, [name]: value / 100}}]
			: [],
});

/** What was typed or run: the newest comes first, and each new one before the others. */
const latest = (
	key: string,
	of: (state: State) => readonly string[],
	again: (text: string) => Action,
): Preference => ({
	...{key, from: of, read: state => of(state).slice(0, mostTyped)},
	apply: value => texts(value, mostTyped).toReversed().map(again),
});

/** A hand may have been in the file. */
const texts = (value: unknown, most: number): readonly string[] =>
	Array.isArray(value)
		? value.filter(each => typeof each === 'string' && each.length <= 1000).slice(0, most)
		: [];

/** All of them; a new one is an entry. */
export const preferences: readonly Preference[] = [
	{
		key: 'list.sort',
		from: ({list}) => list.sort,
		read: ({list}) => sortText(list.sort),
		apply(value, {nowMillis}) {
			const sort = parseSort(String(value));
			return sort === undefined ? [] : [{type: 'list/sorted', sort, atMillis: nowMillis}];
		},
	},
	{
		key: 'list.columns',
		from: ({list}) => list.columns,
		// Those that are there at first are not remembered: there may be others some day.
		read: ({list}) => list.columns?.map(columnText),
		apply(value) {
			const each = texts(value, mostColumns).flatMap(text => parseColumn(text) ?? []);
			const columns = [...new Map(each.map(column => [column.id, column])).values()];
			return columns.length === 0 ? [] : [{type: 'list/columns-chosen', columns}];
		},
	},
	{
		key: 'list.groupBy',
		from: ({list}) => list.grouping,
		read: ({list}) => groupingKey(list.grouping),
		apply(value) {
			const grouping = parseGrouping(String(value));
			return grouping === undefined ? [] : [{type: 'list/grouped', grouping}];
		},
	},
	{
		key: 'list.showStopped',
		from: ({list}) => list.showsStopped,
		read: ({list}) => list.showsStopped,
		apply: (value, {list}) => (value === list.showsStopped ? [] : [{type: 'list/stopped-toggled'}]),
	},
	{
		key: 'list.filter',
		read: ({list}) => list.filter.text,
		apply: value => [{type: 'list/filtered', text: String(value)}],
	},
	{
		key: 'theme',
		from: ({themes}) => themes.chosen,
		// Undefined where it is left to the terminal: then nothing is remembered any more.
		read: ({themes}) => themes.chosen,
		// One that there is not has been told of: `choose-palette.ts`.
		apply: (value, {themes}) =>
			themes.all.filter(({name}) => name === value).map(({name}) => ({type: 'theme/chosen', name})),
	},
	border('listHeight'),
	border('listWidth'),
	{
		key: 'logs.wrap',
		from: ({logs}) => logs.look.wraps,
		read: ({logs}) => logs.look.wraps,
		apply: value => [{type: 'logs/looked', look: {wraps: value === true}}],
	},
	{
		key: 'logs.time',
		from: ({logs}) => logs.look.time,
		read: ({logs}) => logs.look.time,
		apply(value) {
			const time = (['off', 'local', 'utc', 'relative'] as const).find(each => each === value);
			return time === undefined ? [] : [{type: 'logs/looked', look: {time}}];
		},
	},
	{
		key: 'folded',
		from: ({list}) => list.folded,
		read: ({list}) => [...list.folded].slice(-mostFolded),
		apply: (value, {list}) =>
			texts(value, mostFolded)
				.filter((group): group is GroupId => isGroup(group) && !list.folded.has(group))
				.map(group => ({type: 'list/folded', group})),
	},
	latest(
		'typed',
		({logs}) => logs.typed,
		text => ({type: 'logs/typed', text}),
	),
	latest(
		'filters',
		({list}) => list.typed,
		text => ({type: 'list/filter-kept', text}),
	),
	latest(
		'shells',
		({shellHistory}) => shellHistory,
		text => ({type: 'shell/remembered', text}),
	),
	latest(
		'used',
		({frame}) => frame.used,
		id => ({type: 'entry/used', id}),
	),
];

const isGroup = (text: string): text is GroupId => /^(?:project|service|group):/.test(text);
