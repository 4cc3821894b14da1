import {expect, test} from 'vitest';
import {aContainer, exited, figures, keyOf, someDetails} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const loaded = (): User => {
	const user = new User({containers: ['a', 'b', 'c'].map(name => aContainer(name))});
	user.dispatch(figures({a: 80, b: 20, c: 1}));
	user.press('/');
	user.type('cpu>50');
	user.press('enter');
	user.wait(2000);
	return user;
};

const shown = (user: User): string => user.list.map(row => row.slice(2)).join(' ');

test('a comparison is answered while it is typed', () => {
	const user = loaded();
	expect(shown(user)).toBe('a');
	user.press('/');
	user.press('backspace', 'backspace');
	expect(shown(user)).toBe('a b c');
	user.type('10');
	expect(shown(user)).toBe('a b');
	user.press('ctrl+u');
	expect(user.state.list.passing).toBeUndefined();
});

test('it is asked again when the list is ordered, not with each sample', () => {
	const user = loaded();
	user.dispatch(figures({a: 1, b: 90, c: 1}));
	expect(shown(user)).toBe('a');
	user.reorder();
	expect(shown(user)).toBe('b');
});

test('no row comes or goes after a key, behind an overlay, or while all is frozen', () => {
	for (const keys of [['j'], ['o'], ['z']]) {
		const user = loaded();
		user.press(...keys);
		user.dispatch(figures({a: 1, b: 90, c: 1}));
		user.reorder();
		expect(shown(user)).toBe('a');
	}
});

test('a figure that flutters about the number stays', () => {
	const user = loaded();
	for (const cpu of [49, 52, 47, 51]) {
		user.dispatch(figures({a: cpu}));
		user.reorder();
		expect(shown(user)).toBe('a');
	}
	user.dispatch(figures({a: 44}));
	user.reorder();
	expect(shown(user)).toBe('');
});

test('turned round, the others are shown', () => {
	const user = new User({containers: ['a', 'b'].map(name => aContainer(name))});
	user.dispatch(figures({a: 80, b: 20}));
	user.dispatch({type: 'list/filtered', text: '!cpu>50'});
	expect(shown(user)).toBe('b');
});

test('the same answer changes nothing', () => {
	const user = loaded();
	const {list} = user.state;
	user.dispatch({type: 'list/reordered', atMillis: user.state.nowMillis + 60_000});
	expect(user.state.list.passing).toBe(list.passing);
});

test('what has no figures is neither more nor less; restarts are known of what has stopped too', () => {
	const user = new User({containers: [aContainer('a'), aContainer('b', exited())]});
	user.dispatch(figures({a: 80}));
	user.dispatch({type: 'list/filtered', text: 'cpu<90'});
	expect(shown(user)).toBe('a');
	user.dispatch({type: 'list/filtered', text: 'restarts>3'});
	expect(shown(user)).toBe('');
	const details = someDetails({restartCount: 9});
	user.dispatch({type: 'container/inspected', key: keyOf('b'), details});
	user.wait(2000);
	user.reorder();
	expect(shown(user)).toBe('b');
});
