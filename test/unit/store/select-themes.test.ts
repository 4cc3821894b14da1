import {expect, test} from 'vitest';
import type {ThemeFacts} from '../../../source/model/theme-facts.ts';
import {shownTheme, themeNames} from '../../../source/store/select-themes.ts';
import {User} from '../../helpers/user.ts';

const nord: ThemeFacts = {name: 'nord', background: 'dark', colours: ['#a3be8c']};

test('what is chosen is shown, but for what the cursor of the picker is on, wherever that lies', () => {
	const user = new User();
	user.dispatch({type: 'theme/chosen', name: 'nord'});
	expect(shownTheme(user.state)).toBe('nord');
	user.dispatch({type: 'overlay/opened', overlay: {kind: 'theme', name: 'light'}});
	user.dispatch({type: 'overlay/opened', overlay: {kind: 'messages', top: 0}});
	expect(shownTheme(user.state)).toBe('light');
	user.dispatch({type: 'overlay/closed'});
	user.dispatch({type: 'overlay/changed', overlay: {kind: 'theme'}});
	expect(shownTheme(user.state)).toBeUndefined();
	user.dispatch({type: 'overlay/closed'});
	expect(shownTheme(user.state)).toBe('nord');
});

test('the terminal itself is the first choice', () => {
	const user = new User();
	user.dispatch({type: 'themes/found', all: [nord]});
	expect(themeNames(user.state)).toEqual([undefined, 'nord']);
});
