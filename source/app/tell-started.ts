import type {Store} from '../store/store.ts';

/** From the first list on, so that figures, a log and the clock have been drawn as well. */
const settleMillis = 8000;

/** Calls once the containers of an engine have been on the screen for a while: a start without an engine is none. */
export const tellStarted = (store: Store, onStarted: () => void): void => {
	const stop = store.subscribe(() => {
		const {connection, containers} = store.getState();
		if (connection.status !== 'live' || containers.status !== 'ready') return;
		stop();
		setTimeout(onStarted, settleMillis).unref();
	});
};
