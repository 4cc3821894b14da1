import {clientsUnknown, sayClients} from '../../model/act/clients.ts';
import {isAbortError} from '../../model/engine-error.ts';
import {type ContainerRef, refKey} from '../../model/ids.ts';
import {clientsWanted} from '../../store/act/told-clients.ts';
import type {State} from '../../store/state.ts';
import type {SyncContext} from '../context.ts';
import {when} from '../when.ts';

/** Finds out, once for each question that opens, who is connected to what it is about. Never rejects. */
export const pumpClients = async (context: SyncContext): Promise<void> => {
	const {store, signal} = context;
	const wanted = ({frame}: State): readonly ContainerRef[] | undefined =>
		clientsWanted(frame.overlays);
	while (!signal.aborted) {
		await when(store, state => wanted(state) !== undefined, signal);
		const of = wanted(store.getState());
		if (signal.aborted || of === undefined) return;
		const life = new AbortController();
		const inner = AbortSignal.any([signal, life.signal]);
		const left = when(store, state => wanted(state) !== of, inner);
		await Promise.race([left, tellClients(context, of, inner)]);
		life.abort();
		await left;
	}
};

const tellClients = async (
	{engine, store}: SyncContext,
	of: readonly ContainerRef[],
	signal: AbortSignal,
): Promise<void> => {
	let sentence = clientsUnknown;
	try {
		const found = await engine.clients(of, signal);
		const {byKey} = store.getState().containers;
		const containers = of.flatMap(ref => byKey.get(refKey(ref)) ?? []);
		sentence = sayClients(containers, byKey.values(), found) ?? clientsUnknown;
	} catch (error) {
		if (isAbortError(error)) return;
		// It is not known then, which is no reason to hold up the question.
	}
	if (!signal.aborted) store.dispatch({type: 'clients/counted', of, sentence});
};
