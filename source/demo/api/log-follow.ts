import {currentRun, type DemoContainer, isAlive} from '../world/container.ts';
import {entriesBetween, type LogEntry, toNanos} from '../world/journal.ts';
import type {World} from '../world/world.ts';
import type {Sink} from './reply.ts';

/** How far ahead the next entry is looked for; a silent container is asked again after it. */
const horizonMillis = 2000;

/** After these what is due next may be something else. */
const turns = new Set(['die', 'destroy', 'start', 'pause', 'unpause']);

/**
 * Writes what the container says from `after` on. Resolves at `until`, at the end of the run (as on
 * a real engine a restart ends the stream), and when the reader has gone.
 */
export const follow = async (
	world: World,
	container: DemoContainer,
	span: {readonly after: bigint; readonly until: bigint | undefined},
	sink: Sink,
	write: (entry: LogEntry) => void,
): Promise<void> => {
	const run = currentRun(container);
	let after = span.after;
	let wake = () => {};
	const unsubscribe = world.hub.subscribe(event => {
		if (event.id === container.id && turns.has(event.action)) wake();
	});
	sink.onClose(() => wake());

	const isOver = () =>
		!sink.isOpen ||
		container.isRemoved ||
		!isAlive(container) ||
		currentRun(container) !== run ||
		(span.until !== undefined && after >= span.until);

	for (;;) {
		const present = toNanos(run?.endedAtMillis ?? world.nowMillis);
		const until = span.until !== undefined && span.until < present ? span.until : present;
		for (const entry of entriesBetween(container, after, until)) write(entry);
		if (until > after) after = until;
		if (isOver()) break;
		await sink.drained();
		await new Promise<void>(resolve => {
			const cancel = world.after(untilNextMillis(world, container, after), resolve);
			wake = () => {
				cancel();
				resolve();
			};
		});
	}
	unsubscribe();
};

const untilNextMillis = (world: World, container: DemoContainer, after: bigint): number => {
	const horizon = world.nowMillis + horizonMillis;
	const [next] = entriesBetween(container, after, toNanos(horizon));
	return next ? Number(next.atNanos / 1_000_000n) + 1 - world.nowMillis : horizonMillis;
};
