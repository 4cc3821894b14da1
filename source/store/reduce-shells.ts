import {maskSecrets} from '../model/secrets.ts';
import type {Action} from './action.ts';
import {rememberTyped} from './remember-typed.ts';
import type {State} from './state.ts';

/** What was run in containers; a command with a secret in it is not kept. */
export const reduceShells = (state: State, action: Action): State => {
	if (action.type !== 'shell/remembered' || maskSecrets(action.text) !== action.text) return state;
	return {...state, shellHistory: rememberTyped(state.shellHistory, action.text)};
};
