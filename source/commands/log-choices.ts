import {logLineJson, logLineText} from '../format/log-text.ts';
import {known} from '../model/known.ts';
import {describeTarget} from '../store/logs/describe-target.ts';
import type {LogEntry} from '../store/logs/log-entry.ts';
import {shownMarks} from '../store/logs/shown-marks.ts';
import type {CommandContext} from './command.ts';

/** One way of taking something of the log away. */
export interface TakeChoice {
	/** The letter that chooses it in the menu. */
	readonly key: string;
	readonly title: string;
	readonly take: (context: CommandContext) => void;
}

const linesOf = ({line, more}: LogEntry) => [line, ...more];

const textOf = (entries: readonly LogEntry[]): readonly string[] =>
	entries.flatMap(entry => linesOf(entry).map(logLineText));

const copying =
	(entriesOf: (context: CommandContext) => readonly LogEntry[]) =>
	(context: CommandContext): void => {
		const lines = textOf(entriesOf(context));
		context.effects.copy(
			lines.join('\n'),
			`${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`,
		);
	};

/** The entry under the cursor; the newest while following. */
const currentIndex = ({state, logs}: CommandContext): number =>
	state.logs.held === undefined
		? logs.count - 1
		: Math.min(logs.count - 1, logs.indexOf(state.logs.held.seq));

const range = ({logs}: CommandContext, first: number, last: number): readonly LogEntry[] =>
	Array.from({length: Math.max(0, last - first + 1)}, (_, index) => logs.at(first + index)).filter(
		entry => entry !== undefined,
	);

const current = (context: CommandContext): readonly LogEntry[] =>
	range(context, currentIndex(context), currentIndex(context));

/** Between the cursor and the mark that is nearest to it. */
const fromMark = (context: CommandContext): readonly LogEntry[] => {
	const cursor = currentIndex(context);
	const {state, logs} = context;
	const marks = shownMarks(state.logs, logs).map(seq => logs.indexOf(seq));
	const nearest = marks.toSorted((a, b) => Math.abs(a - cursor) - Math.abs(b - cursor))[0];
	return nearest === undefined
		? current(context)
		: range(context, Math.min(nearest, cursor), Math.max(nearest, cursor));
};

const shown = (context: CommandContext): readonly LogEntry[] =>
	range(context, 0, context.logs.count - 1);

export const copyChoices: readonly TakeChoice[] = [
	{key: 'y', title: 'the entry under the cursor', take: copying(current)},
	{
		key: 'l',
		title: 'its first line',
		take: copying(context => current(context).map(entry => ({...entry, more: []}))),
	},
	{key: 'm', title: 'from the nearest mark to the cursor', take: copying(fromMark)},
	{key: 'a', title: 'all that passes the filters', take: copying(shown)},
];

const saving =
	(extension: 'log' | 'ndjson', entriesOf: (context: CommandContext) => readonly LogEntry[]) =>
	(context: CommandContext): void => {
		const entries = entriesOf(context);
		const {target} = context.state.logs;
		const subject = target === undefined ? 'log' : describeTarget(context.state, target);
		const lines = extension === 'log' ? textOf(entries) : jsonOf(context, entries);
		context.effects.save({subject, extension, lines});
	};

const jsonOf = ({state}: CommandContext, entries: readonly LogEntry[]): readonly string[] =>
	entries.flatMap(entry => {
		const source = (entry.source && state.logs.sources.get(entry.source)?.name) ?? null;
		return linesOf(entry).map(line => logLineJson(line, {source, ...known('level', entry.level)}));
	});

export const saveChoices: readonly TakeChoice[] = [
	{key: 't', title: 'what passes the filters, as text', take: saving('log', shown)},
	{key: 'j', title: 'what passes the filters, as JSON lines', take: saving('ndjson', shown)},
];
