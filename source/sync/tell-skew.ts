import {formatDuration} from '../format/duration.ts';
import type {EngineInfo} from '../model/engine-info.ts';
import type {SyncContext} from './context.ts';

/** Less than this nobody notices. */
const leastMillis = 2000;

/** Says once that the clocks differ, and again only when they do so by another amount. */
export const tellSkew = (
	{store, clock}: SyncContext,
	before: EngineInfo | undefined,
	engine: EngineInfo,
): void => {
	const {clockOffsetMillis: offset = 0} = engine;
	const isKnown = Math.abs(offset - (before?.clockOffsetMillis ?? 0)) <= leastMillis;
	if (Math.abs(offset) <= leastMillis || isKnown) return;
	const amount = formatDuration(Math.abs(offset));
	const text = `the engine's clock is ${amount} ${offset > 0 ? 'ahead' : 'behind'}; ages are told by it`;
	store.dispatch({type: 'message/added', level: 'info', text, atMillis: clock.now()});
};
