import {type Forbidden, forbiddenText} from '../model/forbidden.ts';
import type {SyncContext} from './context.ts';

/** Notes that something is forbidden, as often as one likes. */
export type Forbid = (part: Forbidden) => void;

/** Says once what a proxy in front of the engine forbids; the state knows it for as long as the connection lives. */
export const createForbid = ({store, clock}: Pick<SyncContext, 'store' | 'clock'>): Forbid => {
	const told = new Set<Forbidden>();
	return part => {
		store.dispatch({type: 'connection/restricted', part});
		if (told.has(part)) return;
		told.add(part);
		const text = forbiddenText(part);
		store.dispatch({type: 'message/added', level: 'info', text, atMillis: clock.now()});
	};
};
