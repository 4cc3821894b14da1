import {type FuzzyText, fuzzyPattern, fuzzyScore, fuzzyText} from '../../model/fuzzy.ts';
import type {ContainerKey} from '../../model/ids.ts';
import {type Found, searchNames} from '../../store/name-search.ts';
import {
	type GroupName,
	type Named,
	type Names,
	namedByKey,
	namedStretches,
} from '../../store/names.ts';
import type {Overlay} from '../../store/overlay.ts';
import type {State} from '../../store/state.ts';
import {type TabId, tabs} from '../../store/tabs.ts';
import type {Command, Keymap, Scope} from '../command.ts';
import {paneCommands} from '../keymap-docs.ts';
import {activeScopes} from '../scopes.ts';
import type {Entry} from './entry.ts';
import {namesNow} from './names-now.ts';
import {withoutOverlays} from './way-to.ts';

export type Palette = Extract<Overlay, {kind: 'palette'}>;

export interface Entries {
	/** The best first, at most `mostShown`. */
	readonly shown: readonly Entry[];
	readonly count: number;
	/** False while some names were not looked at. */
	readonly isComplete: boolean;
}

const mostShown = 200;
/** With nothing typed; so many containers are found faster by a letter. */
const mostNames = 50;

/** What the palette offers for what is typed; the same object while nothing of that changed. */
export const findEntries = (state: State, palette: Palette, {commands}: Keymap): Entries => {
	const scopes = activeScopes(withoutOverlays(state));
	const {text, lookedAt} = palette;
	// Whoever was faster than the engine sees its containers come in.
	const names = palette.names.containers.size === 0 ? namesNow(state) : palette.names;
	const inputs = [text, names, lookedAt, commands, state.frame.used, scopes.join(' ')];
	if (latest === undefined || inputs.some((each, index) => each !== latest?.inputs[index])) {
		const fixed = fixedEntries(commands, scopes);
		const entries =
			text.trim() === ''
				? everyEntry(names, fixed, state.frame.used)
				: bestEntries(names, text, {fixed: fixed.fixed, used: state.frame.used});
		latest = {inputs, entries};
	}
	return latest.entries;
};

let latest: {readonly inputs: readonly unknown[]; readonly entries: Entries} | undefined;

/** Where the selection rests; undefined where that is not offered any more. */
export const chosenEntry = ({shown}: Entries, {chosen}: Palette): Entry | undefined =>
	chosen === undefined ? shown[0] : shown.find(({id}) => id === chosen);

interface FixedEntries {
	readonly fixed: readonly Entry[];
	/** So many of them, the first ones, have keys that work now. */
	readonly here: number;
}

/** Commands and tabs: those whose keys work now first, as in the footer, then the order of the table. */
const fixedEntries = (commands: readonly Command[], scopes: readonly Scope[]): FixedEntries => {
	const offered = paneCommands(commands).filter(
		command => command.id !== 'palette.open' && (command.scope === 'global' || !opensTab(command)),
	);
	const rank = ({scope, footer, group}: Command): number =>
		(scopes.includes(scope) ? 0 : 1000) + (footer ?? (group === 'move' ? 500 : 200));
	return {
		fixed: [
			...offered.toSorted((a, b) => rank(a) - rank(b)).map(commandEntry),
			...tabs
				.filter(tab => !offered.some(command => opensTab(command, tab)))
				.map((tab): Entry => ({kind: 'tab', id: `tab:${tab}`, title: `Tab: ${tab}`, tab})),
		],
		here: offered.filter(({scope}) => scopes.includes(scope)).length,
	};
};

/** Each tab is offered once, with its key where that works everywhere. */
const opensTab = ({title}: Command, tab?: TabId): boolean =>
	(tab === undefined ? tabs : [tab]).some(each => title.toLowerCase() === `tab: ${each}`);

const commandEntry = (command: Command): Entry => {
	const known = commandEntries.get(command) ?? {
		...{kind: command.id.startsWith('view.') ? 'view' : 'command', id: `command:${command.id}`},
		...{title: command.title, command},
	};
	commandEntries.set(command, known);
	return known;
};

const commandEntries = new WeakMap<Command, Entry>();

const namedEntry = (named: Named): Entry => {
	const title = named.text.text;
	return named.kind === 'group'
		? groupEntry(named.group)
		: {kind: 'container', id: `container:${named.key}`, title, key: named.key};
};

const groupEntry = (group: GroupName): Entry => ({
	...{kind: 'group', id: `group:${group.id}`, title: group.name, group},
});

/** With nothing typed: what was used last, what can be done here, names, then all else. `here`: so many of the fixed. */
const everyEntry = (
	names: Names,
	{fixed, here}: FixedEntries,
	used: readonly string[],
): Entries => {
	const named: Entry[] = [];
	for (const stretch of namedStretches(names)) {
		if (named.length >= mostNames) break;
		named.push(...stretch().map(namedEntry));
	}
	const recent = used.flatMap(id => entryById(id, names, fixed) ?? []);
	const others = [...fixed.slice(0, here), ...named.slice(0, mostNames), ...fixed.slice(here)];
	const ids = new Set(recent.map(({id}) => id));
	return {
		shown: [...recent, ...others.filter(({id}) => !ids.has(id))].slice(0, mostShown),
		count: fixed.length + names.groups.length + names.containers.size,
		isComplete: true,
	};
};

const entryById = (id: string, names: Names, fixed: readonly Entry[]): Entry | undefined => {
	const [, key] = /^container:(.*)$/s.exec(id) ?? [];
	if (key !== undefined) {
		const named = namedByKey(names, key as ContainerKey);
		return named && namedEntry(named);
	}
	const group = names.groups.find(each => `group:${each.id}` === id);
	return group === undefined ? fixed.find(each => each.id === id) : groupEntry(group);
};

/** What was used lately is likely meant again; as much as the start of a word says. */
const forUsed = 8;
/** The name of what one goes to is short, and the words of a title are many. */
const forGoal = 8;

/** In a sentence some letters are found anywhere: more must be won by their places than is lost between. */
const leastForLetter = 16;

interface Scored {
	readonly entry: Entry;
	readonly score: number;
}

const bestEntries = (
	names: Names,
	text: string,
	{fixed, used}: {readonly fixed: readonly Entry[]; readonly used: readonly string[]},
): Entries => {
	const search = searchNames(names, text);
	const pattern = fuzzyPattern(text);
	const least = pattern.words.reduce((sum, word) => sum + word.text.length, 0) * leastForLetter;
	const scored = fixed.flatMap((entry): readonly Scored[] => {
		const scores = textsOf(entry).map(each => fuzzyScore(pattern, each) ?? -1);
		const score = Math.max(...scores);
		if (score < least) return [];
		return [{entry, score: entry.kind === 'command' ? score : score + forGoal}];
	});
	const all = [...scored, ...search.best.map(scoredName)].map(({entry, score}) => ({
		entry,
		score: score + (used.includes(entry.id) ? forUsed : 0),
	}));
	return {
		shown: all
			.toSorted((a, b) => b.score - a.score || a.entry.title.length - b.entry.title.length)
			.slice(0, mostShown)
			.map(({entry}) => entry),
		count: scored.length + search.count,
		isComplete: search.isComplete,
	};
};

const scoredName = ({named, score}: Found): Scored => ({
	entry: namedEntry(named),
	score: score + forGoal,
});

/** What is read, and the other words it is found by. */
const textsOf = (entry: Entry): readonly [FuzzyText, FuzzyText] => {
	const known = texts.get(entry) ?? [fuzzyText(entry.title), fuzzyText(otherWords(entry))];
	texts.set(entry, known);
	return known;
};

const texts = new WeakMap<Entry, readonly [FuzzyText, FuzzyText]>();

const otherWords = (entry: Entry): string => {
	if (entry.kind !== 'command' && entry.kind !== 'view') return '';
	const {id, hint, keywords} = entry.command;
	return [id, hint, keywords].filter(Boolean).join(' ');
};
