import type {Action} from './action.ts';
import type {LogsState, State} from './state.ts';

export const reduceLogs = (state: State, action: Action): State => {
	const logs = nextLogs(state.logs, action);
	return logs === state.logs ? state : {...state, logs};
};

const nextLogs = (logs: LogsState, action: Action): LogsState => {
	switch (action.type) {
		case 'logs/opened':
			return {
				version: logs.version + 1,
				status: action.target === undefined ? {kind: 'idle'} : {kind: 'opening'},
				...(action.target === undefined ? {} : {target: action.target}),
			};
		case 'logs/changed':
			return {...logs, status: action.status};
		case 'logs/appended':
			return {...logs, version: action.version};
		case 'logs/scrolled': {
			const {heldAt: _, ...following} = logs;
			return action.heldAt === undefined ? following : {...logs, heldAt: action.heldAt};
		}
		default:
			return logs;
	}
};
