import type {ContainerKey, ContainerRef} from '../model/ids.ts';
import {refKey} from '../model/ids.ts';
import type {Action} from '../store/action.ts';
import type {SyncContext} from './context.ts';

/** A whole list of so many is dear, for the engine and for us. */
const manyContainers = 1000;
/** To ask for more of them costs what the whole list does. */
const mostIds = 50;
/** Events can be lost without a sign, so all are listed now and then. */
const wholeMillis = 30_000;

export interface ContainerReader {
	/** Something happened to this one: it has to be in the next list. */
	note(ref: ContainerRef): void;
	/** Something may have happened to any of them: the next list is a whole one. */
	noteGap(): void;
	/** All containers; where there are very many, only those to which something happened. */
	read(): Promise<Action>;
}

export const createContainerReader = ({
	engine,
	clock,
	signal,
}: Pick<SyncContext, 'engine' | 'clock' | 'signal'>): ContainerReader => {
	let changed = new Map<ContainerKey, ContainerRef>();
	let count = 0;
	/** When the latest whole list was asked for. */
	let wholeAtMillis = Number.NEGATIVE_INFINITY;

	const noteGap = (): void => {
		wholeAtMillis = Number.NEGATIVE_INFINITY;
	};

	const mayBePart = (): boolean =>
		count >= manyContainers &&
		changed.size > 0 &&
		changed.size <= mostIds &&
		clock.now() - wholeAtMillis < wholeMillis;

	const readSome = async (asked: ReadonlyMap<ContainerKey, ContainerRef>): Promise<Action> => {
		const ids = new Set([...asked.values()].map(({id}) => id));
		const containers = await engine.listSome(ids, signal);
		const keys = [...asked.keys()];
		return {type: 'containers/relisted', keys, containers, atMillis: clock.now()};
	};

	return {
		note: ref => changed.set(refKey(ref), ref),
		noteGap,
		async read() {
			const asked = changed;
			const isPart = mayBePart();
			// What happens from now on may have come too late for this list.
			changed = new Map();
			if (!isPart) wholeAtMillis = clock.now();
			try {
				if (isPart) return await readSome(asked);
				const containers = await engine.list(signal);
				count = containers.length;
				return {type: 'containers/listed', containers, atMillis: clock.now()};
			} catch (error) {
				noteGap();
				throw error;
			}
		},
	};
};
