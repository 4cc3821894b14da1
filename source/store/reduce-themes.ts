import {known} from '../model/known.ts';
import type {Action} from './action.ts';
import type {State} from './state.ts';

export const reduceThemes = (state: State, action: Action): State => {
	switch (action.type) {
		case 'themes/found':
			return {...state, themes: {...state.themes, all: action.all}};
		case 'theme/chosen': {
			const {chosen: _, ...themes} = state.themes;
			return {...state, themes: {...themes, ...known('chosen', action.name)}};
		}
		default:
			return state;
	}
};
