import type {DemoEvent} from '../world/event-hub.ts';
import {isAtLeast} from './exchange.ts';
import {type Filters, filtersOf, fits, fitsLabels} from './filters.ts';
import type {Handler} from './router.ts';

const knownFilters = [
	'config',
	'container',
	'daemon',
	'event',
	'image',
	'label',
	'network',
	'node',
	'plugin',
	'scope',
	'secret',
	'service',
	'type',
	'volume',
];

/** `GET /events`: the past since `since` as far as it is kept, then what happens. */
export const events: Handler = ({world, faults}, {query, reply, apiVersion}) => {
	const filters = filtersOf(query, knownFilters);
	const since = query.instant('since');
	const until = query.instant('until') || undefined;
	const sink = reply.stream('application/json');
	const hasLegacyFields = !isAtLeast(apiVersion, '1.52');
	const send = (event: DemoEvent) => sink.write(`${eventText(event, hasLegacyFields)}\n`);
	const write = (event: DemoEvent) => {
		if (!isWanted(event, filters)) return;
		for (let copies = faults.copies(event.action); copies > 0; copies--) send(event);
	};
	const past = world.hub.past.filter(event => isWanted(event, filters));
	const replayed = faults.replayed();
	if (replayed > 0) past.slice(-replayed).forEach(send);
	if (since !== undefined)
		for (const event of past)
			if (event.atNanos >= since && (until === undefined || event.atNanos <= until)) write(event);

	const untilMillis = until === undefined ? undefined : Number(until / 1_000_000n);
	if (untilMillis !== undefined && untilMillis <= world.nowMillis) {
		sink.end();
		return;
	}
	const unsubscribe = world.hub.subscribe(write);
	const cancel =
		untilMillis === undefined
			? undefined
			: world.after(untilMillis - world.nowMillis, () => sink.end());
	sink.onClose(() => {
		unsubscribe();
		cancel?.();
	});
};

const isWanted = (event: DemoEvent, filters: Filters): boolean =>
	fits(filters, 'type', wanted => wanted === event.type) &&
	// `health_status` also stands for `health_status: healthy`, `exec_start` for its commands.
	fits(
		filters,
		'event',
		wanted => wanted === event.action || wanted === event.action.split(':')[0],
	) &&
	fits(filters, 'scope', wanted => wanted === 'local') &&
	fits(
		filters,
		'container',
		wanted =>
			event.type === 'container' &&
			(event.id.startsWith(wanted) || event.attributes['name'] === wanted),
	) &&
	fits(
		filters,
		'image',
		wanted =>
			event.attributes['image'] === wanted || event.attributes['image']?.split(':')[0] === wanted,
	) &&
	fitsLabels(filters, event.attributes);

/** One line. `timeNano` is written by hand: it does not fit a JSON number of ours. */
const eventText = (event: DemoEvent, hasLegacyFields: boolean): string => {
	const {type, action, id, attributes, atNanos} = event;
	const text = JSON.stringify({
		...(hasLegacyFields && type === 'container' && {status: action, id, from: attributes['image']}),
		Type: type,
		Action: action,
		Actor: {ID: id, Attributes: attributes},
		scope: 'local',
		time: Number(atNanos / 1_000_000_000n),
	});
	return `${text.slice(0, -1)},"timeNano":${atNanos}}`;
};
