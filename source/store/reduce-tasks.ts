import {known} from '../model/known.ts';
import {maskSecrets} from '../model/secrets.ts';
import type {Message, Task} from './act/act-state.ts';
import {maxMessages} from './act/act-state.ts';
import type {Action} from './action.ts';
import type {State} from './state.ts';

export const reduceTasks = (state: State, action: Action): State => {
	switch (action.type) {
		case 'endpoint/chosen':
			return {...state, tasks: new Map()};
		case 'task/started':
			return withTask(state, action.key, {
				id: action.id,
				verb: action.verb,
				sinceMillis: action.atMillis,
				waitsForHealth: false,
			});
		case 'task/waited': {
			const task = state.tasks.get(action.key);
			return task ? withTask(state, action.key, {...task, waitsForHealth: true}) : state;
		}
		case 'task/ended': {
			const tasks = new Map(state.tasks);
			tasks.delete(action.key);
			return {...state, tasks};
		}
		case 'message/added': {
			const {level, atMillis} = action;
			// The one place through which every message comes, whoever wrote what it quotes.
			const text = maskSecrets(action.text);
			const details = action.details?.map(maskSecrets);
			const id = (state.messages.at(-1)?.id ?? 0) + 1;
			const message: Message = {
				...{id, level, text, atMillis, isDismissed: false},
				...known('details', details),
			};
			return {...state, messages: [...state.messages, message].slice(-maxMessages)};
		}
		case 'message/dismissed':
			return {...state, messages: state.messages.map(message => ({...message, isDismissed: true}))};
		default:
			return state;
	}
};

const withTask = (state: State, key: Parameters<State['tasks']['get']>[0], task: Task): State => ({
	...state,
	tasks: new Map(state.tasks).set(key, task),
});
