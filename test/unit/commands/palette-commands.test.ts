import {describe, expect, test} from 'vitest';
import {commandTable} from '../../../source/commands/command-table.ts';
import {createKeymap} from '../../../source/commands/keymap.ts';
import {chosenEntry, findEntries} from '../../../source/commands/palette/find-entries.ts';
import {tabs} from '../../../source/store/tabs.ts';
import {aContainer, exited, figures, keyOf, shop} from '../../helpers/builders.ts';
import {User, type UserOptions} from '../../helpers/user.ts';

const keymap = createKeymap(commandTable);
const containers = [...shop, aContainer('redis'), aContainer('report', exited(1))];

const begin = (options: UserOptions = {}): User => new User({containers, ...options});

const open = (typed: string, user: User = begin()): User => {
	user.press(':');
	user.type(typed);
	return user;
};

const overlay = (user: User) => {
	const top = user.state.frame.overlays.at(-1);
	if (top?.kind !== 'palette') throw new Error('no palette is open');
	return top;
};

const entries = (user: User) => findEntries(user.state, overlay(user), keymap);
const titles = (user: User): readonly string[] => entries(user).shown.map(({title}) => title);
const chosen = (user: User): string | undefined => chosenEntry(entries(user), overlay(user))?.title;

describe('what is offered', () => {
	test('with nothing typed: what can be done here first, then all else', () => {
		const user = open('');
		expect(titles(user)[0]).toBe('Open in full, or fold the group');
		expect(titles(user)).toContain('redis');
		expect(titles(user)).toContain('Tab: stats');
		user.press('escape', 'tab', ':');
		expect(titles(user)[0]).toBe('Zoom the pane; held: the entry in full');
	});

	test.each([
		['restart', 'Restart container, service or project'],
		['container.shell', 'Shell in the container (bash, ash, sh)'],
		['exec', 'Shell in the container (bash, ash, sh)'],
		['redis', 'redis'],
		['shop', 'shop'],
		['shopapi', 'shop/api'],
		['tabstats', 'Tab: stats'],
		['containers', 'Screen: containers'],
	])('%s finds %s first', (typed, title) => {
		expect(titles(open(typed))[0]).toBe(title);
	});

	test('nothing that an overlay takes, and nothing twice', () => {
		const user = open('');
		expect(titles(user)).not.toContain('Close');
		// A service and its only container have one name.
		const ids = entries(user).shown.map(({id}) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test('each tab once, by whatever it is opened', () => {
		const user = open('tab:');
		const found = titles(user).filter(title => /^tab: /i.test(title));
		expect(found).toHaveLength(tabs.length);
		expect(new Set(found.map(title => title.toLowerCase())).size).toBe(tabs.length);
	});

	test('what was used last stands first', () => {
		const user = open('redis');
		user.press('enter', ':');
		expect(titles(user)[0]).toBe('redis');
		expect(titles(user).filter(title => title === 'redis')).toHaveLength(1);
	});
});

describe('the selection', () => {
	test('goes up and down, stays at the ends, and begins anew with a letter', () => {
		const user = open('');
		const [first, second, third] = titles(user);
		user.press('up');
		expect(chosen(user)).toBe(first);
		user.press('down', 'ctrl+n', 'ctrl+p');
		expect(chosen(user)).toBe(second);
		user.press('tab');
		expect(chosen(user)).toBe(third);
		user.press('end', 'down');
		expect(chosen(user)).toBe(titles(user).at(-1));
		user.type('r');
		expect(chosen(user)).toBe(titles(user)[0]);
	});

	test('stays on what it is while containers come and go', () => {
		const user = open('re');
		while (chosen(user) !== 'redis') user.press('down');
		const before = titles(user);
		user.sees([aContainer('reader'), ...containers]);
		expect(titles(user)).toEqual(before);
		expect(chosen(user)).toBe('redis');
		user.type('d');
		user.press('backspace');
		expect(titles(user)).toContain('reader');
	});

	test('a paste is text', () => {
		const user = open('');
		user.paste('red\nis');
		expect(overlay(user).text).toBe('red is');
		expect(chosen(user)).toBe('redis');
	});
});

describe('Enter', () => {
	test('does it with what is selected in the list', () => {
		const user = begin();
		user.press('end');
		open('restart', user).press('enter');
		expect(user.question?.title).toBe('Restart report?');
	});

	test('goes to a container, whatever hides it', () => {
		const user = begin();
		user.press('home', 'left');
		user.dispatch({type: 'list/filtered', text: 'redis'});
		open('api', user).press('enter');
		expect(user.state.list.filter.text).toBe('');
		expect(user.state.list.selected).toBe(keyOf('shop-api-1'));
		expect(user.selected).toBe('api');
	});

	test('leaves the order alone for a while after that, as after a key', () => {
		const user = open('redis');
		user.press('enter');
		const before = user.list;
		user.dispatch(figures({'shop-api-1': 1, 'shop-worker-1': 90, 'shop-worker-2': 90}));
		user.reorder();
		expect(user.list).toEqual(before);
		user.wait(3000);
		user.reorder();
		expect(user.list).not.toEqual(before);
	});

	test('goes to one that has stopped, and keeps a filter that lets it pass', () => {
		const user = begin();
		user.press('a');
		user.dispatch({type: 'list/filtered', text: 're'});
		open('report', user).press('enter');
		expect(user.state.list).toMatchObject({showsStopped: true, selected: keyOf('report')});
		expect(user.state.list.filter.text).toBe('re');
	});

	test('goes to the heading of a project, out of a log in full screen', () => {
		const user = begin();
		user.press('end', 'l');
		open('shop', user).press('enter');
		expect(user.state.frame).toMatchObject({focus: 'list', zoomed: false, overlays: []});
		expect(user.state.list.selected).toBe('project:shop');
	});

	test('opens a tab', () => {
		const user = open('tab stats');
		user.press('enter');
		expect(user.state.frame).toMatchObject({focus: 'logs', tab: 'stats'});
	});

	test('takes a command of the log to the log', () => {
		const user = open('wrap long');
		const {wraps} = user.state.logs.look;
		user.press('enter');
		expect(user.state.frame).toMatchObject({focus: 'logs', overlays: []});
		expect(user.state.logs.look.wraps).toBe(!wraps);
	});

	test('says why not, and lets one choose something else', () => {
		const user = begin();
		user.press('end');
		open('shell', user).press('enter');
		expect(user.messages).toEqual(['info: shell: report is not running']);
		expect(overlay(user).text).toBe('shell');
		expect(user.asked).toEqual([]);
	});

	test('does nothing to a target that the screen does not name', () => {
		const user = open('restart', begin({isSmall: true}));
		user.press('enter');
		expect(user.question).toBeUndefined();
		expect(user.messages[0]).toContain('make the terminal larger');
	});

	test('does not go to what has gone', () => {
		const user = open('redis');
		user.sees(shop);
		user.press('enter');
		expect(user.messages).toEqual(['info: redis: it is gone']);
		expect(overlay(user).text).toBe('redis');
	});

	test('does nothing where nothing was found', () => {
		const user = open('qqqqq');
		expect(entries(user)).toMatchObject({shown: [], count: 0});
		user.press('down', 'enter');
		expect(overlay(user).text).toBe('qqqqq');
	});
});

test('Escape leaves everything as it was', () => {
	const user = begin();
	const before = user.state;
	user.press(':', 'down');
	user.type('re');
	user.press('escape');
	expect(user.state.frame).toEqual(before.frame);
	expect(user.state.list.selected).toBe(before.list.selected);
});

test('a tab is opened of what the cursor stands on, where the screen has a list of its own', () => {
	const user = begin();
	user.open('problems');
	user.press(':');
	user.type('tab: config');
	user.press('enter');
	expect(user.state.frame).toMatchObject({view: 'dashboard', tab: 'config'});
	expect(user.selected).toBe('report');
});
