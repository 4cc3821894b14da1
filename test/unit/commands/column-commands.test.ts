import {expect, test} from 'vitest';
import {planList} from '../../../source/view/panes/list/chosen-columns.ts';
import {aContainer} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const opened = (): User => {
	const user = new User({containers: [aContainer('a')]});
	user.press('c');
	return user;
};

/** The columns of a wide list. */
const shown = ({state}: User): readonly string[] => planList(state, 400).map(({id}) => id);

const atFirst = [
	...['name', 'cpuBar', 'cpu', 'spark', 'memory', 'memoryBar', 'rx', 'tx'],
	...['uptime', 'ports', 'image'],
];

test('Space hides and shows what is under the cursor, at once', () => {
	const user = opened();
	expect(shown(user)).toEqual(atFirst);
	user.press('down', 'space');
	expect(shown(user)).toEqual(atFirst.filter(id => id !== 'cpuBar'));
	user.press('space');
	expect(shown(user)).toEqual(atFirst);
});

test('the name stays', () => {
	const user = opened();
	user.press('space');
	expect(shown(user)[0]).toBe('name');
	user.dispatch({type: 'list/columns-chosen', columns: [{id: 'cpu'}]});
	expect(shown(user)).toEqual(['name', 'cpu']);
});

test('J and K move it, and the cursor with it', () => {
	const user = opened();
	user.press('J', 'J', 'K');
	expect(shown(user).slice(0, 3)).toEqual(['cpuBar', 'name', 'cpu']);
	user.press('<', 'space');
	expect(shown(user).slice(0, 2)).toEqual(['name', 'cpuBar']);
});

test('arrows make it wider and narrower; a number has the width it needs', () => {
	const user = opened();
	user.press('right', 'right', 'left', 'down', 'down', 'right');
	expect(user.state.list.columns?.slice(0, 3)).toEqual([
		{id: 'name', width: 19},
		{id: 'cpuBar'},
		{id: 'cpu'},
	]);
	expect(planList(user.state, 400)[0]?.width).toBe(19);
});

test('what was chosen is found again, r brings back the first', () => {
	const user = opened();
	user.press('down', 'space', 'escape', 'c');
	const overlay = user.state.frame.overlays.at(-1);
	expect(overlay).toMatchObject({kind: 'columns', index: 0});
	expect(shown(user)).not.toContain('cpuBar');
	user.press('r');
	expect(user.state.list.columns).toBeUndefined();
	expect(shown(user)).toEqual(atFirst);
	user.press('c');
	expect(user.state.frame.overlays).toEqual([]);
});

test('what the user has added stays longer than what he has not', () => {
	const user = opened();
	user.dispatch({
		...{type: 'list/columns-chosen'},
		columns: [...atFirst, 'pids'].map(id => ({id})),
	});
	const narrow = planList(user.state, 80).map(({id}) => id);
	expect(narrow).toContain('pids');
	expect(narrow).not.toContain('ports');
	for (const width of [20, 30, 40, 60]) {
		const ids = planList(user.state, width).map(({id}) => id);
		expect(ids).toEqual(expect.arrayContaining(['name', 'cpu', 'memory']));
	}
});
