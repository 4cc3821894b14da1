import {nearest} from '../model/nearest.ts';
import type {Overlay} from '../store/overlay.ts';
import type {Command, Scope} from './command.ts';
import {parseChord} from './parse-chord.ts';
import {placeName} from './place-scopes.ts';

/** The keys of some commands, as people write them. */
export type KeyBindings = Readonly<Record<string, readonly string[]>>;

export interface Rebound {
	readonly commands: readonly Command[];
	readonly problems: readonly KeyProblem[];
}

/** What is wrong or lost, and what became of it. */
interface KeyProblem {
	/** The command that was given the keys. */
	readonly id: string;
	readonly text: string;
	/** It may well be what the user wants. */
	readonly isHint?: true;
}

/** Takes the keys of a command away, as does an empty list. */
const noKey = 'none';

/** The only way out that works everywhere. */
const wayOut = {id: 'program.interrupt', chord: 'ctrl+c'} as const;

/** After them something is done. */
const answers: ReadonlySet<string> = new Set(['confirm.yes', 'bulk.yes', 'bulk.retry']);

/** What lies over the panes; where a text is typed a letter that does something could not be typed any more. */
const overlays: Readonly<Record<Overlay['kind'], 'typed' | 'chosen'>> = {
	bulk: 'chosen',
	chips: 'chosen',
	columns: 'chosen',
	'compose-line': 'typed',
	compare: 'chosen',
	file: 'chosen',
	find: 'typed',
	grouping: 'chosen',
	keys: 'typed',
	label: 'typed',
	narrow: 'typed',
	palette: 'typed',
	confirm: 'chosen',
	'confirm-name': 'typed',
	form: 'typed',
	// The letters are those of its entries.
	menu: 'typed',
	entry: 'chosen',
	filter: 'typed',
	help: 'chosen',
	messages: 'chosen',
	moment: 'typed',
	output: 'chosen',
	path: 'typed',
	pattern: 'typed',
	put: 'typed',
	search: 'typed',
	since: 'chosen',
	sort: 'chosen',
	sources: 'chosen',
	take: 'chosen',
	theme: 'chosen',
};
const overlayOf = (scope: Scope): 'typed' | 'chosen' | undefined =>
	(overlays as Readonly<Partial<Record<Scope, 'typed' | 'chosen'>>>)[scope];

const editingChords: ReadonlySet<string> = new Set(['space', 'backspace', 'ctrl+u', 'ctrl+w']);

/**
 * The table with other keys. A key that is given to one command is taken from the one that had it in
 * the same place, which is told with both names unless that one was given keys too. Of two that are
 * given the same key in one place the first keeps it.
 */
export const applyKeys = (table: readonly Command[], bindings: KeyBindings): Rebound => {
	const problems: KeyProblem[] = [];
	const given = givenKeys(table, bindings, problems);
	const owners = ownersOf(table, given, problems);
	const commands = table.map((command): Command => {
		const own = given.get(command.id);
		if (own !== undefined) return {...command, keys: own.filter(isOwn(owners, command))};
		const kept = command.keys.filter(isOwn(owners, command));
		if (kept.length === command.keys.length) return command;
		problems.push(...lossesOf(command, kept, owners));
		return {...command, keys: kept};
	});
	return {commands, problems: [...problems, ...hidden(commands, table, given)]};
};

type Given = ReadonlyMap<string, readonly string[]>;
/** Who has a chord in a scope. */
type Owners = ReadonlyMap<string, string>;

const placeOf = (scope: Scope, chord: string): string => `${scope} ${chord}`;

const isOwn =
	(owners: Owners, {id, scope}: Command) =>
	(chord: string): boolean =>
		(owners.get(placeOf(scope, chord)) ?? id) === id;

const givenKeys = (
	table: readonly Command[],
	bindings: KeyBindings,
	problems: KeyProblem[],
): Given => {
	const byId = new Map(table.map(command => [command.id, command]));
	const given = new Map<string, readonly string[]>();
	for (const [id, keys] of Object.entries(bindings)) {
		const command = byId.get(id);
		if (command === undefined) {
			const meant = nearest(id, [...byId.keys()]);
			const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
			problems.push({id, text: `there is no command ${id}${hint}`});
			continue;
		}
		const chords = soundChords(command, keys, problems);
		// Who gave nothing that can be used goes on with what there was.
		if (chords.length > 0 || keys.every(key => key === noKey))
			given.set(id, withWayOut(id, chords));
	}
	return given;
};

const soundChords = (
	command: Command,
	keys: readonly string[],
	problems: KeyProblem[],
): readonly string[] => {
	const chords = keys.flatMap(key => {
		if (key === noKey) return [];
		const parsed = parseChord(key);
		const problem = 'problem' in parsed ? parsed.problem : whyNot(command, parsed.chord);
		if (problem !== undefined) problems.push({id: command.id, text: `${command.id}: ${problem}`});
		return 'problem' in parsed || problem !== undefined ? [] : [parsed.chord];
	});
	return [...new Set(chords)];
};

const withWayOut = (id: string, chords: readonly string[]): readonly string[] =>
	id === wayOut.id && !chords.includes(wayOut.chord) ? [...chords, wayOut.chord] : chords;

/** Why a command cannot have a key that could be typed. */
const whyNot = ({id, scope}: Command, chord: string): string | undefined => {
	if (chord === wayOut.chord && id !== wayOut.id) return 'ctrl+c always ends dockmon';
	if (answers.has(id) && ['enter', 'space'].includes(chord)) {
		return `${chord} is pressed by habit, and never answers a question with yes`;
	}
	const isTyped = [...chord].length === 1 || editingChords.has(chord);
	return overlayOf(scope) === 'typed' && isTyped
		? `${chord} is for the text that is typed there; take another one with ctrl or alt`
		: undefined;
};

const ownersOf = (table: readonly Command[], given: Given, problems: KeyProblem[]): Owners => {
	const owners = new Map<string, string>();
	for (const [id, chords] of given) {
		const scope = table.find(command => command.id === id)?.scope ?? 'global';
		for (const chord of chords) {
			const place = placeOf(scope, chord);
			const first = owners.get(place);
			if (first === undefined) owners.set(place, id);
			else problems.push({id, text: `${chord} is given to ${first} and to ${id}; ${first} has it`});
		}
	}
	return owners;
};

const lossesOf = (
	{id, scope, keys}: Command,
	kept: readonly string[],
	owners: Owners,
): readonly KeyProblem[] => {
	const left =
		kept.length === 0 ? 'which has no key left' : `which still has ${kept.join(' and ')}`;
	return keys
		.filter(chord => !kept.includes(chord))
		.map(chord => {
			const owner = owners.get(placeOf(scope, chord)) ?? '';
			return {id: owner, text: `${chord} is taken by ${owner} from ${id}, ${left}`};
		});
};

/** What works everywhere does not where a pane has the key for itself; it is no news where it was so before. */
const hidden = (
	commands: readonly Command[],
	table: readonly Command[],
	given: Given,
): readonly KeyProblem[] => {
	const before = new Set(table.flatMap(({id, keys}) => keys.map(chord => `${id} ${chord}`)));
	return commands
		.filter(({scope}) => scope === 'global')
		.flatMap(({id, keys}) =>
			keys.flatMap(chord =>
				commands
					.filter(other => given.has(id) || given.has(other.id))
					.filter(other => other.keys.includes(chord) && isPane(other.scope))
					.filter(other => ![id, other.id].every(each => before.has(`${each} ${chord}`)))
					.map(other => ({
						isHint: true,
						id: given.has(id) ? id : other.id,
						text: `in the ${placeName(other.scope)} ${chord} is ${other.id}, elsewhere ${id}`,
					})),
			),
		);
};

const isPane = (scope: Scope): boolean =>
	scope !== 'global' && scope !== 'unreachable' && overlayOf(scope) === undefined;
