import type {LogSourceId} from '../../model/logs/log-source.ts';
import type {Entries} from './entry-list.ts';
import type {GrowingEntry, LogEntry} from './log-entry.ts';

/** The first entries, as long as they are older than this. */
export const frontBefore = (entries: Entries, atMillis = 0): readonly GrowingEntry[] => {
	const front: GrowingEntry[] = [];
	for (let entry = entries.at(0); entry !== undefined; entry = entries.at(front.length)) {
		if ((entry.line.atMillis ?? 0) >= atMillis) break;
		// All entries of a book were made by its writers.
		front.push(entry as GrowingEntry);
	}
	return front;
};

/** Gives them numbers from this one on. Returns what those that had one have now. */
export const renumber = (
	entries: readonly GrowingEntry[],
	firstSeq: number,
	known: ReadonlySet<GrowingEntry>,
): ReadonlyMap<number, number> => {
	const moved = new Map<number, number>();
	for (const [index, entry] of entries.entries()) {
		if (known.has(entry)) moved.set(entry.seq, firstSeq + index);
		entry.seq = firstSeq + index;
	}
	return moved;
};

/**
 * Older entries, put by their time between the first ones of a log. Those of one source stay before what is
 * there of it, whatever their stamps say: they were written before.
 */
export const mergeOlder = (
	front: readonly GrowingEntry[],
	older: readonly GrowingEntry[],
): readonly GrowingEntry[] => {
	const places = placesOf(front, () => 0);
	const firsts = new Map<LogSourceId | undefined, number>();
	for (const [index, {source}] of front.entries())
		if (!firsts.has(source)) firsts.set(source, places[index] ?? 0);
	const olderPlaces = placesOf(older, ({source}) => source);
	const sorted = older
		.map((entry, index) => ({
			entry,
			place: Math.min(
				olderPlaces[index] ?? 0,
				firsts.get(entry.source) ?? Number.POSITIVE_INFINITY,
			),
		}))
		.sort((a, b) => a.place - b.place);
	const merged: GrowingEntry[] = [];
	let next = 0;
	for (const [index, entry] of front.entries()) {
		for (let each = sorted[next]; each && each.place <= (places[index] ?? 0); each = sorted[next]) {
			merged.push(each.entry);
			next++;
		}
		merged.push(entry);
	}
	return [...merged, ...sorted.slice(next).map(({entry}) => entry)];
};

/** The times of entries, never before that of the one before it of the same group. */
const placesOf = <Group>(
	entries: readonly LogEntry[],
	groupOf: (entry: LogEntry) => Group,
): readonly number[] => {
	const latest = new Map<Group, number>();
	return entries.map(entry => {
		const group = groupOf(entry);
		const place = Math.max(latest.get(group) ?? 0, entry.line.atMillis ?? 0);
		latest.set(group, place);
		return place;
	});
};
