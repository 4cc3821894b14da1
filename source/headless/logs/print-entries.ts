import {logLineJson} from '../../format/log-text.ts';
import type {Line} from '../../format/span.ts';
import type {Container} from '../../model/container.ts';
import {displayName, isReplica, qualifiedName} from '../../model/container-facts.ts';
import {known} from '../../model/known.ts';
import type {LogLine} from '../../model/log-line.ts';
import type {LogQuery} from '../../model/logs/log-query.ts';
import {type LogSourceId, logSourceOf} from '../../model/logs/log-source.ts';
import {type JudgedEntry, queryMatcher} from '../../store/logs/log-matcher.ts';
import type {HandedEntry} from './entry.ts';
import {padNames, printedLine} from './print-line.ts';

export interface PrintOptions {
	readonly query: LogQuery;
	readonly isJson: boolean;
	readonly hasStamps: boolean;
	/** Of stdout and stderr, between name and text. */
	readonly signs: readonly [stdout: string, stderr: string];
	/** The one source alone has signs too: somebody looks at it. */
	readonly isForEyes: boolean;
	/** To text, in colours or without. */
	readonly paint: (line: Line) => string;
}

/**
 * What an entry is as lines of text; none where it does not pass. Where it is handed out again, what was not printed of
 * it: all of it where only what came later is what was looked for. Names are those of these containers.
 */
export const entryPrinter = (
	options: PrintOptions,
	containers: readonly Container[],
): ((handed: HandedEntry) => readonly string[]) => {
	const passes = queryMatcher(options.query) ?? (() => true);
	const print = linePrinter(options, containers);
	return handed => {
		const {entry} = handed;
		if (!passes(entry)) return [];
		const lines = [entry.line, ...entry.more];
		const fresh = lines.slice(handed.printedLines);
		handed.printedLines = lines.length;
		return fresh.map(line => print(entry, line));
	};
};

const linePrinter = (
	{isJson, hasStamps, signs, isForEyes, paint}: PrintOptions,
	containers: readonly Container[],
): ((entry: JudgedEntry, line: LogLine) => string) => {
	const names = namesOf(containers);
	if (isJson) {
		const full = new Map(containers.map(each => [logSourceOf(each), qualifiedName(each)]));
		return ({source, level}, line) =>
			logLineJson(line, {
				...{source: (source === undefined ? undefined : full.get(source)) ?? null},
				...known('level', level),
			});
	}
	const isOne = names.size === 1;
	const head = {
		hasStamps,
		...(isOne ? {} : {names: padNames(names)}),
		...(isOne && !isForEyes ? {} : {signs}),
	};
	return ({source}, line) => paint(printedLine(source, line, head));
};

/** What a note of ours about all sources is as a line of text. */
export const notePrinter =
	({isJson, paint}: Pick<PrintOptions, 'isJson' | 'paint'>): ((reason: string) => string) =>
	reason => {
		const note = {kind: 'gap', reason} as const;
		return isJson
			? logLineJson(note, {source: null})
			: paint(printedLine(undefined, note, {hasStamps: false}));
	};

/** As short as they are clear: the service where there is one project, else with it. */
const namesOf = (containers: readonly Container[]): ReadonlyMap<LogSourceId, string> => {
	const projects = new Set(containers.map(({compose}) => compose?.project));
	return new Map(
		containers.map(container => [
			logSourceOf(container),
			projects.size > 1 ? qualifiedName(container) : displayName(container, isReplica(container)),
		]),
	);
};
