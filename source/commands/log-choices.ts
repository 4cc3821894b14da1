import {formatCount} from '../format/count.ts';
import {logLineJson, logLineNamed, logLineText} from '../format/log-text.ts';
import {known} from '../model/known.ts';
import {describeTarget} from '../store/logs/describe-target.ts';
import type {Entries} from '../store/logs/entry-list.ts';
import type {LogEntry} from '../store/logs/log-entry.ts';
import type {LogSheet} from '../store/logs/log-sheet.ts';
import {shownMarks} from '../store/logs/shown-marks.ts';
import type {CommandContext} from './command.ts';

/** One way of taking something of the log away. */
export interface TakeChoice {
	/** The letter that chooses it in the menu. */
	readonly key: string;
	readonly title: string;
	readonly take: (context: CommandContext) => void;
}

/** What is taken; words say why it cannot be. */
type Taken = (context: CommandContext) => readonly LogEntry[] | string;

const linesOf = ({line, more}: LogEntry) => [line, ...more];

const nameOf = ({state}: CommandContext, {source}: LogEntry): string | undefined =>
	source && state.logs.sources.get(source)?.name;

/** Where the lines are of several, each says when it was written and by which. */
const textOf = (context: CommandContext, entries: readonly LogEntry[]): readonly string[] => {
	const isMerged = context.state.logs.sources.size > 1;
	return entries.flatMap(entry => {
		const name = nameOf(context, entry);
		return linesOf(entry).map(line => (isMerged ? logLineNamed(line, name) : logLineText(line)));
	});
};

/** The entries to be taken; says why there are none. */
const taken = (
	context: CommandContext,
	verb: 'copy' | 'save',
	entriesOf: Taken,
): readonly LogEntry[] => {
	const entries = entriesOf(context);
	const refusal = typeof entries === 'string' ? entries : 'nothing is shown';
	if (typeof entries !== 'string' && entries.length > 0) return entries;
	const {dispatch, nowMillis: atMillis} = context;
	dispatch({type: 'message/added', level: 'info', text: `${verb}: ${refusal}`, atMillis});
	return [];
};

const copying =
	(entriesOf: Taken) =>
	(context: CommandContext): void => {
		const lines = textOf(context, taken(context, 'copy', entriesOf));
		if (lines.length === 0) return;
		const count = `${formatCount(lines.length)} ${lines.length === 1 ? 'line' : 'lines'}`;
		context.effects.copy(lines.join('\n'), count);
	};

/** The entry under the cursor; the newest while following. */
const currentIndex = ({state, logs}: CommandContext): number =>
	state.logs.held === undefined
		? logs.count - 1
		: Math.min(logs.count - 1, logs.indexOf(state.logs.held.seq));

const range = (
	entries: Pick<Entries | LogSheet, 'at'>,
	first: number,
	last: number,
): readonly LogEntry[] =>
	Array.from({length: Math.max(0, last - first + 1)}, (_, index) =>
		entries.at(first + index),
	).filter(entry => entry !== undefined);

const current = (context: CommandContext): readonly LogEntry[] =>
	range(context.logs, currentIndex(context), currentIndex(context));

/** Between the cursor and the mark that is nearest to it. */
const fromMark = (context: CommandContext): readonly LogEntry[] => {
	const cursor = currentIndex(context);
	const {state, logs} = context;
	const marks = shownMarks(state.logs, logs).map(seq => logs.indexOf(seq));
	const nearest = marks.toSorted((a, b) => Math.abs(a - cursor) - Math.abs(b - cursor))[0];
	return nearest === undefined
		? current(context)
		: range(logs, Math.min(nearest, cursor), Math.max(nearest, cursor));
};

const shown = ({logs}: CommandContext): readonly LogEntry[] => range(logs, 0, logs.count - 1);

const all = ({logs: {book}}: CommandContext): readonly LogEntry[] =>
	range(book.entries, 0, book.size - 1);

/** What of it passes is not known before all has been looked at. */
const whole =
	(entriesOf: (context: CommandContext) => readonly LogEntry[]): Taken =>
	context =>
		context.logs.isComplete ? entriesOf(context) : 'still looking through the log';

export const copyChoices: readonly TakeChoice[] = [
	{key: 'y', title: 'the entry under the cursor', take: copying(current)},
	{
		key: 'l',
		title: 'its first line',
		take: copying(context => current(context).map(entry => ({...entry, more: []}))),
	},
	{key: 'm', title: 'from the nearest mark to the cursor', take: copying(whole(fromMark))},
	{key: 'v', title: 'what is on the screen', take: copying(({logMoves}) => logMoves.inSight())},
	{key: 'a', title: 'all that passes the filters', take: copying(whole(shown))},
];

const saving =
	(extension: 'log' | 'ndjson', entriesOf: Taken) =>
	(context: CommandContext): void => {
		const {state, effects} = context;
		const entries = taken(context, 'save', entriesOf);
		if (entries.length === 0) return;
		const {target} = state.logs;
		const subject = target === undefined ? 'log' : describeTarget(state, target);
		const lines = extension === 'log' ? textOf(context, entries) : jsonOf(context, entries);
		effects.save({subject, extension, lines});
	};

const jsonOf = (context: CommandContext, entries: readonly LogEntry[]): readonly string[] =>
	entries.flatMap(entry => {
		const source = nameOf(context, entry) ?? null;
		return linesOf(entry).map(line => logLineJson(line, {source, ...known('level', entry.level)}));
	});

export const saveChoices: readonly TakeChoice[] = [
	{key: 't', title: 'what passes the filters, as text', take: saving('log', whole(shown))},
	{key: 'j', title: 'what passes the filters, as JSON lines', take: saving('ndjson', whole(shown))},
	{key: 'T', title: 'all, unfiltered, as text', take: saving('log', all)},
	{key: 'J', title: 'all, unfiltered, as JSON lines', take: saving('ndjson', all)},
];
