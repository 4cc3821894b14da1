import type {ContainerKey} from '../model/ids.ts';
import type {TimelineEntry} from '../model/timeline.ts';
import type {State} from './state.ts';

const none: readonly TimelineEntry[] = [];

/** What happened to a container, oldest first. The same array while nothing else did. */
export const selectHappened = (
	{timeline}: Pick<State, 'timeline'>,
	key: ContainerKey,
): readonly TimelineEntry[] => byContainer(timeline).get(key) ?? none;

/** Of all containers something happened to. */
export const byContainer = (
	timeline: State['timeline'],
): ReadonlyMap<ContainerKey, readonly TimelineEntry[]> => {
	if (latest?.timeline !== timeline) latest = {timeline, found: grouped(timeline)};
	return latest.found;
};

let latest:
	| {
			readonly timeline: State['timeline'];
			readonly found: ReadonlyMap<ContainerKey, readonly TimelineEntry[]>;
	  }
	| undefined;

const grouped = (
	timeline: State['timeline'],
): ReadonlyMap<ContainerKey, readonly TimelineEntry[]> => {
	const found = new Map<ContainerKey, TimelineEntry[]>();
	for (const entry of timeline) {
		if (entry.key === undefined) continue;
		const entries = found.get(entry.key);
		if (entries === undefined) found.set(entry.key, [entry]);
		else entries.push(entry);
	}
	return found;
};
