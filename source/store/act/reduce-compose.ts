import {known} from '../../model/known.ts';
import {maskSecrets} from '../../model/secrets.ts';
import type {Action} from '../action.ts';
import type {State} from '../state.ts';
import {type ComposeReading, type ComposeState, noCompose} from './compose-state.ts';

export const reduceCompose = (state: State, action: Action): State => {
	const compose = nextCompose(state.compose, action);
	return compose === state.compose ? state : {...state, compose};
};

const nextCompose = (compose: ComposeState, action: Action): ComposeState => {
	switch (action.type) {
		case 'endpoint/chosen':
			return noCompose;
		case 'compose/tool-found':
			return {...compose, tool: action.tool};
		case 'compose/here-found': {
			const {here: _, ...rest} = compose;
			return {...rest, ...known('here', action.project)};
		}
		case 'compose/placed':
			return {...compose, places: new Map([...compose.places, [action.project, action.place]])};
		case 'compose/requested':
			return withReading(compose, action.project, before => ({...before, isUnderWay: true}));
		case 'compose/read': {
			const {services, volumes, atMillis: readAtMillis} = action;
			return withReading(compose, action.project, () => ({
				...{isUnderWay: false, services, ...known('volumes', volumes), readAtMillis},
			}));
		}
		case 'compose/failed': {
			const problem = maskSecrets(action.problem);
			// What was read before is still the best that is known.
			return withReading(compose, action.project, before => ({
				...{...before, isUnderWay: false, problem},
			}));
		}
		default:
			return compose;
	}
};

const withReading = (
	compose: ComposeState,
	project: string,
	change: (before: ComposeReading) => ComposeReading,
): ComposeState => {
	const before = compose.readings.get(project) ?? {isUnderWay: false};
	return {...compose, readings: new Map([...compose.readings, [project, change(before)]])};
};
