import {parseSort, sortText} from '../model/sort.ts';
import type {Action} from '../store/action.ts';
import type {GroupId, State} from '../store/state.ts';

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

const mostFolded = 500;
const mostTyped = 50;

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
	{
		key: 'typed',
		from: ({logs}) => logs.typed,
		read: ({logs}) => logs.typed.slice(0, mostTyped),
		// The newest comes first, and each new one before the others.
		apply: value =>
			texts(value, mostTyped)
				.toReversed()
				.map(text => ({type: 'logs/typed', text})),
	},
];

const isGroup = (text: string): text is GroupId => /^(?:project|service):/.test(text);

/** A hand may have been in the file. */
const texts = (value: unknown, most: number): readonly string[] =>
	Array.isArray(value)
		? value.filter(each => typeof each === 'string' && each.length <= 1000).slice(0, most)
		: [];
