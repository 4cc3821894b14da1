import type {TimelineEntry} from './timeline.ts';

/**
 * What several events tell together: `restarted` is a signal, an end and a start. `single`: one event
 * that stands for itself.
 */
type HappeningKind = 'single' | 'restarted' | 'stopped' | 'ended' | 'created' | 'removed';

/** One line of what happened. */
export interface Happening {
	/** The same while parts are added. */
	readonly id: string;
	/** Of those that were told as lines of their own before they joined it. */
	readonly otherIds: readonly string[];
	readonly kind: HappeningKind;
	/** Oldest first; at least one. */
	readonly parts: readonly TimelineEntry[];
	/** What it is told by: the last part, but for what the user was told of it. */
	readonly entry: TimelineEntry;
	/** How often in a row the same. */
	readonly times: number;
	/** Of the first part and of the last one, by the engine's clock. */
	readonly sinceMillis: number;
	readonly atMillis: number;
	/** The user of this program asked for it. */
	readonly isAsked: boolean;
}

/** Between a signal and the end; programs may be given long to stop. */
const stopMillis = 60_000;
/** Between an end and the start after it: the engine waits up to a minute. */
const restartMillis = 75_000;
const removeMillis = 10_000;
const createMillis = 10_000;
/** An action may wait for a health check. */
const askedMillis = 120_000;
/** Between two restarts that are told as one. */
const repeatMillis = 600_000;

type Open = TimelineEntry[];

/** Lines of what happened, the newest first. A restart is one line, and so are several in a row. */
export const foldTimeline = (timeline: readonly TimelineEntry[]): readonly Happening[] => {
	const groups: Open[] = [];
	/** The latest group of each container that something of its life may join. */
	const open = new Map<TimelineEntry['key'], Open>();
	for (const entry of timeline) {
		const group = entry.key === undefined ? undefined : open.get(entry.key);
		if (group !== undefined && joins(group, entry)) {
			group.push(entry);
			continue;
		}
		const fresh = [entry];
		groups.push(fresh);
		if (entry.key !== undefined && isOfLife(entry)) open.set(entry.key, fresh);
	}
	return withoutRepeats(groups.map(happeningOf)).toSorted(newestFirst);
};

const newestFirst = (some: Happening, other: Happening): number =>
	other.atMillis - some.atMillis || other.entry.seq - some.entry.seq;

/** `kill`, `oom`, `died`, `start`, `create`, `destroyed`, `asked`; another word for all else. */
const wordOf = ({event}: TimelineEntry): string => {
	if (event.kind === 'container.changed') return event.action;
	if (event.kind === 'action.ended') return event.outcome === 'error' ? 'failed' : 'asked';
	return event.kind.split('.')[1] ?? '';
};

const life: ReadonlySet<string> = new Set(['kill', 'oom', 'died', 'start', 'create', 'destroyed']);

const isOfLife = (entry: TimelineEntry): boolean => life.has(wordOf(entry));

const joins = (group: Open, entry: TimelineEntry): boolean => {
	const has = (word: string): boolean => group.some(each => wordOf(each) === word);
	const gap = entry.atMillis - (group.at(-1)?.atMillis ?? 0);
	const isEnding = !has('died') && !has('start') && !has('create') && !has('destroyed');
	const hasEnded = has('died') && !has('start') && !has('destroyed');
	switch (wordOf(entry)) {
		case 'kill':
		case 'oom':
			return isEnding && gap <= stopMillis;
		case 'died':
			return isEnding && gap <= stopMillis;
		case 'start':
			return hasEnded
				? gap <= restartMillis
				: group.length === 1 && has('create') && gap <= createMillis;
		case 'destroyed':
			return hasEnded && gap <= removeMillis;
		case 'asked':
			return !isEnding && !has('asked') && gap <= askedMillis;
		default:
			return false;
	}
};

const happeningOf = (parts: Open): Happening => {
	const told = parts.filter(part => wordOf(part) !== 'asked');
	// A group begins with something of the engine unless it is one alone.
	const entry = (told.at(-1) ?? parts[0]) as TimelineEntry;
	const first = parts[0] ?? entry;
	return {
		...{id: String(first.seq), otherIds: [], kind: kindOf(told), parts, entry, times: 1},
		...{sinceMillis: first.atMillis, atMillis: (parts.at(-1) ?? entry).atMillis},
		isAsked: told.length > 0 && told.length < parts.length,
	};
};

const kindOf = (parts: Open): HappeningKind => {
	if (parts.length < 2) return 'single';
	const has = (word: string): boolean => parts.some(each => wordOf(each) === word);
	if (has('destroyed')) return 'removed';
	if (has('start')) return has('died') ? 'restarted' : 'created';
	return has('died') ? (has('kill') ? 'stopped' : 'ended') : 'single';
};

/** Restarts in a row that nobody asked for are one, as long as it ends in the same way. */
const withoutRepeats = (all: readonly Happening[]): readonly Happening[] => {
	const kept: Happening[] = [];
	const places = new Map<TimelineEntry['key'], number>();
	for (const happening of all) {
		const {key} = happening.entry;
		const place = key === undefined ? undefined : places.get(key);
		const before = place === undefined ? undefined : kept[place];
		if (place !== undefined && before !== undefined && repeats(before, happening)) {
			kept[place] = together(before, happening);
			continue;
		}
		if (key !== undefined && (happening.kind !== 'single' || isOfLife(happening.entry))) {
			places.set(key, kept.length);
		}
		kept.push(happening);
	}
	return kept;
};

const repeats = (before: Happening, next: Happening): boolean =>
	next.kind === 'restarted' &&
	before.kind === 'restarted' &&
	!isOnPurpose(before) &&
	!isOnPurpose(next) &&
	exitOf(before) === exitOf(next) &&
	next.sinceMillis - before.atMillis <= repeatMillis;

const isOnPurpose = ({parts, isAsked}: Happening): boolean =>
	isAsked || parts.some(part => wordOf(part) === 'kill');

const together = (before: Happening, next: Happening): Happening => ({
	...before,
	otherIds: [...before.otherIds, next.id],
	parts: [...before.parts, ...next.parts],
	entry: next.entry,
	times: before.times + 1,
	atMillis: next.atMillis,
});

/** The exit code that it ended with last; undefined where it did not, or nobody knows. */
export const exitOf = ({parts}: Happening): number | undefined => {
	const died = parts.findLast(({event}) => event.kind === 'container.died')?.event;
	return died?.kind === 'container.died' ? died.exitCode : undefined;
};

export const wasOutOfMemory = ({parts}: Happening): boolean =>
	parts.some(({event}) => event.kind === 'container.oom');
