import {signals} from '../../model/act/signals.ts';
import type {State} from '../../store/state.ts';
import {actedIn, titleOf, whyNotNow} from './action-menu.ts';
import {argvFor, askAction} from './ask-action.ts';
import type {MenuContent, OpenMenu} from './menu-item.ts';

/** The signals that one sends by hand. */
export const signalMenu = (state: State, menu: OpenMenu): MenuContent => {
	const acted = actedIn(state, menu);
	const disabled = whyNotNow(state, 'kill', acted);
	return {
		title: `signal to ${titleOf(acted, menu)}`,
		items: signals.map(({key, name, meaning}) => ({
			...{key, title: `${name.padEnd(9)} ${meaning}`},
			argv: argvFor({verb: 'kill', signal: name}, acted.containers),
			...(disabled === undefined ? {} : {disabled}),
			run: context => askAction(context, {verb: 'kill', signal: name}, acted),
		})),
	};
};
