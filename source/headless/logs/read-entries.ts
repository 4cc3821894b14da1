import type {Engine, LogOptions} from '../../engine/engine.ts';
import type {Container} from '../../model/container.ts';
import {EngineError} from '../../model/engine-error.ts';
import {logSourceOf} from '../../model/logs/log-source.ts';
import {placeOf} from '../../sync/log-queue.ts';
import {EntryMaker, type HandedEntry} from './entry.ts';
import {mergeInOrder} from './merge-in-order.ts';

export interface ReadPorts {
	readonly engine: Engine;
	readonly signal: AbortSignal;
	/** Told of each log that cannot be read; the others go on. */
	readonly onFailure: (container: Container, error: EngineError) => void;
}

/** Entries that the engine is asked for where all are wanted. */
export const everything = 2 ** 31 - 1;

/** What the containers have written up to now, in one order, by entries. Rejects when the engine is lost. */
export async function* readEntries(
	ports: ReadPorts,
	containers: readonly Container[],
	range: {readonly sinceMillis?: number; readonly tail?: number},
): AsyncGenerator<HandedEntry> {
	const sources = containers.map(container => entriesOf(ports, container, range));
	for await (const {handed} of mergeInOrder(sources, ({place}) => place)) yield handed;
}

interface Placed {
	readonly handed: HandedEntry;
	/** Among those of all containers, as it is followed: see `placeOf`. */
	readonly place: number;
}

async function* entriesOf(
	{engine, signal, onFailure}: ReadPorts,
	container: Container,
	{sinceMillis, tail = everything}: {readonly sinceMillis?: number; readonly tail?: number},
): AsyncGenerator<Placed> {
	try {
		const {tty} = await engine.inspect(container.ref, signal);
		const since = sinceMillis === undefined ? {} : {since: (sinceMillis / 1000).toFixed(3)};
		const options: LogOptions = {follow: false, tty, tail, ...since};
		const source = logSourceOf(container);
		const maker = new EntryMaker();
		const place = placing();
		for await (const lines of await engine.logs(container.ref, options, signal)) {
			for (const line of lines) yield* maker.push({source, line}).map(place);
		}
		yield* maker.end().map(place);
	} catch (error) {
		const isOfOne = error instanceof EngineError && error.kind !== 'unreachable';
		if (!isOfOne || signal.aborted) throw error;
		onFailure(container, error);
	}
}

/** What has no time stays behind what it came after. */
const placing = (): ((handed: HandedEntry) => Placed) => {
	let latest = Number.NEGATIVE_INFINITY;
	return handed => {
		latest = Math.max(latest, placeOf(handed.entry.line) ?? latest);
		return {handed, place: latest};
	};
};
