import {logLineJson} from '../../format/log-text.ts';
import type {Line} from '../../format/span.ts';
import type {Container} from '../../model/container.ts';
import {displayName, isReplica, qualifiedName} from '../../model/container-facts.ts';
import {known} from '../../model/known.ts';
import type {LogQuery} from '../../model/logs/log-query.ts';
import {type LogSourceId, logSourceOf} from '../../model/logs/log-source.ts';
import {type JudgedEntry, queryMatcher} from '../../store/logs/log-matcher.ts';
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

/** What an entry is as lines of text; none where it does not pass. Names are those of these containers. */
export const entryPrinter = (
	{query, isJson, hasStamps, signs, isForEyes, paint}: PrintOptions,
	containers: readonly Container[],
): ((entry: JudgedEntry) => readonly string[]) => {
	const passes = queryMatcher(query) ?? (() => true);
	const names = namesOf(containers);
	if (isJson) {
		const full = new Map(containers.map(each => [logSourceOf(each), qualifiedName(each)]));
		return entry => (passes(entry) ? jsonLines(entry, full) : []);
	}
	const isOne = names.size === 1;
	const head = {
		hasStamps,
		...(isOne ? {} : {names: padNames(names)}),
		...(isOne && !isForEyes ? {} : {signs}),
	};
	return entry =>
		passes(entry)
			? [entry.line, ...entry.more].map(line => paint(printedLine(entry.source, line, head)))
			: [];
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

const jsonLines = (
	{source, line, more, level}: JudgedEntry,
	names: ReadonlyMap<LogSourceId, string>,
): readonly string[] => {
	const name = (source === undefined ? undefined : names.get(source)) ?? null;
	return [line, ...more].map(each => logLineJson(each, {source: name, ...known('level', level)}));
};
