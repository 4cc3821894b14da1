import {expect, test} from 'vitest';
import {shownTheme} from '../../../source/store/select-themes.ts';
import {User} from '../../helpers/user.ts';

const themed = (): User => {
	const user = new User();
	user.dispatch({
		type: 'themes/found',
		all: ['dark', 'nord', 'mine'].map(name => ({name, background: 'dark', colours: []})),
	});
	return user;
};

/** What the screen is painted in behind each of these keys. */
const after = (user: User, ...chords: readonly string[]): readonly (string | undefined)[] =>
	chords.map(chord => {
		user.press(chord);
		return shownTheme(user.state);
	});

test('looks at one after the other, round the ends, and asks for those of the user', () => {
	const user = themed();
	expect(after(user, 'C', 'down', 'j', 'c', 'down', 'up', 'g', 'G')).toEqual([
		...[undefined, 'dark', 'nord', 'mine', undefined, 'mine', undefined, 'mine'],
	]);
	expect(user.asked).toEqual(['find themes']);
});

test('Enter keeps it, and the picker opens on it', () => {
	const user = themed();
	user.press('C', 'down', 'down', 'enter');
	expect(user.state.frame.overlays).toEqual([]);
	expect(user.state.themes.chosen).toBe('nord');
	expect(after(user, 'C', 'down')).toEqual(['nord', 'mine']);
	expect(user.messages).toEqual([]);
});

test('Esc gives back the one of before', () => {
	const user = themed();
	user.press('C', 'down', 'enter', 'C', 'down');
	expect(after(user, 'escape')).toEqual(['dark']);
	expect(user.state.frame.overlays).toEqual([]);
});

test('a theme that has gone meanwhile is left for the first', () => {
	const user = themed();
	user.dispatch({type: 'theme/chosen', name: 'gone'});
	expect(after(user, 'C', 'down')).toEqual(['gone', 'dark']);
});
