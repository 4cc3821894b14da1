import {isRunning} from '../model/container.ts';
import {EngineError, isAbortError} from '../model/engine-error.ts';
import type {ContainerKey} from '../model/ids.ts';
import type {SyncContext} from './context.ts';

/** Inspects at once; more would only queue up in the engine. */
const concurrency = 4;
/** Stopped containers that are inspected with each list: thousands of them must not be a burden. */
const maxStopped = 100;

export interface DetailsPump {
	/** Inspect this one again, soon. */
	refresh(key: ContainerKey): void;
	/** Inspect what has no details, or only those of a connection before; running containers first. */
	fill(): void;
}

/**
 * Keeps the details of containers: inspects each once and again when something happened to it,
 * never in a loop. `onLost` hears of errors that concern the engine and not one container.
 */
export const startDetails = (
	context: SyncContext,
	onLost: (error: unknown) => void,
): DetailsPump => {
	const {engine, store, signal} = context;
	const queue = new Set<ContainerKey>();
	const asked = new Set<ContainerKey>();
	let active = 0;

	const inspect = async (key: ContainerKey): Promise<void> => {
		const container = store.getState().containers.byKey.get(key);
		if (container === undefined) return;
		try {
			const details = await engine.inspect(container.ref, signal);
			if (signal.aborted) return;
			asked.add(key);
			store.dispatch({type: 'container/inspected', key, details});
		} catch (error) {
			if (isAbortError(error)) return;
			// It went between list and inspect; the event or the next list removes it. An engine that
			// cannot describe one container still serves the others.
			if (error instanceof EngineError && error.kind !== 'unreachable') return;
			onLost(error);
		}
	};

	const work = async (): Promise<void> => {
		active++;
		for (const key of queue) {
			if (signal.aborted) break;
			queue.delete(key);
			await inspect(key);
		}
		active--;
	};

	const enqueue = (key: ContainerKey): void => {
		queue.add(key);
		if (active < concurrency) void work();
	};

	return {
		refresh: enqueue,
		fill() {
			const {byKey} = store.getState().containers;
			const due = [...byKey].filter(
				([key, container]) => container.details === undefined || !asked.has(key),
			);
			const stopped = due.filter(([, container]) => !isRunning(container)).slice(0, maxStopped);
			for (const [key, container] of due) if (isRunning(container)) enqueue(key);
			for (const [key] of stopped) enqueue(key);
		},
	};
};
