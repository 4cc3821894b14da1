import {known} from '../model/known.ts';
import type {Action} from './action.ts';
import type {Connection} from './connection.ts';
import type {State} from './state.ts';

export const reduceConnection = (state: State, action: Action): State => {
	switch (action.type) {
		case 'clock/ticked':
			return {...state, nowMillis: action.atMillis};
		case 'endpoint/chosen': {
			// What is known is known of another engine.
			const {engine: _, host: __, ...rest} = state;
			return {
				...rest,
				endpoint: action.endpoint,
				forbidden: [],
				connection: {status: 'connecting', sinceMillis: action.atMillis},
			};
		}
		case 'connection/opened':
			return {
				...state,
				engine: action.engine,
				forbidden: action.engine.forbidden ?? [],
				connection: {status: 'live', sinceMillis: action.atMillis},
			};
		case 'connection/silent':
			return silent(state, action.answeredAtMillis);
		case 'connection/answered': {
			const {status, sinceMillis} = state.connection;
			return status === 'stale' ? {...state, connection: {status: 'live', sinceMillis}} : state;
		}
		case 'connection/restricted':
			return state.forbidden.includes(action.part)
				? state
				: {...state, forbidden: [...state.forbidden, action.part]};
		case 'connection/lost':
			return {...state, connection: lost(state.connection, action)};
		case 'host/sampled':
			return {...state, host: action.sample};
		default:
			return state;
	}
};

/** Told again and again while it lasts; counted from the answer before it. */
const silent = (state: State, answeredAtMillis: number): State => {
	const {status, sinceMillis} = state.connection;
	return status === 'live'
		? {...state, connection: {status: 'stale', sinceMillis, answeredAtMillis}}
		: state;
};

const lost = (
	before: Connection,
	{failure, atMillis, retryAtMillis, answeredAtMillis}: Extract<Action, {type: 'connection/lost'}>,
): Connection => ({
	status: 'lost',
	failure,
	retryAtMillis,
	// Counts from the first failure, not from the last attempt.
	sinceMillis: before.status === 'lost' ? before.sinceMillis : atMillis,
	...known('answeredAtMillis', answeredAtMillis ?? answeredAt(before, atMillis)),
});

const answeredAt = (before: Connection, atMillis: number): number | undefined => {
	switch (before.status) {
		case 'connecting':
			return undefined;
		case 'live':
			return atMillis;
		default:
			return before.answeredAtMillis;
	}
};
