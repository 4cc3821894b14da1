import {currentRun, type DemoContainer, isAlive} from '../world/container.ts';
import {entriesBetween, type LogEntry, toNanos} from '../world/journal.ts';
import type {World} from '../world/world.ts';
import type {Sink} from './reply.ts';

/** How far ahead the next entry is looked for; a silent container is asked again after it. */
const horizonMillis = 2000;

/** Resolves at the end of the run (as on a real engine a restart ends the stream), or of the reader. */
export const follow = async (
	world: World,
	container: DemoContainer,
	span: {after: bigint; until: bigint | undefined},
	sink: Sink,
	write: (entry: LogEntry) => void,
): Promise<void> => {
	const run = currentRun(container);
	let after = span.after;
	const isOver = () =>
		!sink.isOpen ||
		container.isRemoved ||
		(!isAlive(container) && container.state !== 'created') ||
		(run !== undefined && currentRun(container) !== run) ||
		(span.until !== undefined && after >= span.until);
	for (;;) {
		const end = currentRun(container) === run ? world.nowMillis : (run?.endedAtMillis ?? 0);
		const present = toNanos(end);
		const until = span.until !== undefined && span.until < present ? span.until : present;
		for (const entry of entriesBetween(container, after, until)) write(entry);
		if (until > after) after = until;
		if (isOver()) return;
		await sink.drained();
		await untilNext(world, container, after, sink);
	}
};

/** Until the next entry is due, the container ends, or the reader goes. */
const untilNext = (
	world: World,
	container: DemoContainer,
	after: bigint,
	sink: Sink,
): Promise<void> =>
	new Promise(resolve => {
		const horizon = world.nowMillis + horizonMillis;
		const [next] = entriesBetween(container, after, toNanos(horizon));
		const dueMillis = next ? Number(next.atNanos / 1_000_000n) + 1 : horizon;
		const wake = () => {
			cancel();
			unsubscribe();
			resolve();
		};
		const cancel = world.after(dueMillis - world.nowMillis, wake);
		const unsubscribe = world.hub.subscribe(event => {
			if (event.id === container.id && endings.has(event.action)) wake();
		});
		sink.onClose(wake);
	});

const endings = new Set(['die', 'destroy', 'start', 'pause', 'unpause']);
