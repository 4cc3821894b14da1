import type {Action} from './action.ts';
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
				connection: {status: 'connecting', sinceMillis: action.atMillis},
			};
		}
		case 'connection/opened':
			return {
				...state,
				engine: action.engine,
				connection: {status: 'live', sinceMillis: action.atMillis},
			};
		case 'connection/lost': {
			const {connection} = state;
			return {
				...state,
				connection: {
					status: 'lost',
					failure: action.failure,
					retryAtMillis: action.retryAtMillis,
					// Counts from the first failure, not from the last attempt.
					sinceMillis: connection.status === 'lost' ? connection.sinceMillis : action.atMillis,
				},
			};
		}
		case 'host/sampled':
			return {...state, host: action.sample};
		default:
			return state;
	}
};
