import {expect, test} from 'vitest';
import {preferences} from '../../../source/app/preferences.ts';
import {rememberChanges} from '../../../source/app/remember.ts';
import type {Remembered} from '../../../source/config/state-file.ts';
import {aContainer, ofProject, startMillis} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const begin = (write?: () => Promise<void>) => {
	const user = new User({containers: [ofProject('shop', 'web'), aContainer('loose')]});
	const written: Remembered[] = [];
	const failures: string[] = [];
	const waiting: (() => void)[] = [];
	const flush = rememberChanges({
		...{store: user.store, preferences},
		write: write ?? (async changes => void written.push(changes)),
		onFailure: reason => void failures.push(reason),
		later(use) {
			waiting.push(use);
			return () => void waiting.splice(0);
		},
	});
	return {user, written, failures, waiting, flush};
};

test('what the user changes is written, and nothing else', async () => {
	const {user, written, flush} = begin();
	user.press('O');
	await flush();
	expect(written).toEqual([{'list.sort': 'cpu:asc'}]);
	await flush();
	expect(written).toHaveLength(1);
});

test('however often it changes, it is written once a while', async () => {
	const {user, written, waiting, flush} = begin();
	for (let pressed = 0; pressed < 9; pressed++) user.press('O', 'a');
	expect(waiting).toHaveLength(1);
	expect(written).toEqual([]);
	await flush();
	expect(written).toEqual([{'list.sort': 'cpu:asc', 'list.showStopped': false}]);
});

test('a second without keys writes nothing', () => {
	const {user, waiting} = begin();
	user.dispatch({type: 'clock/ticked', atMillis: startMillis + 1000});
	user.reorder();
	expect(waiting).toEqual([]);
});

test('that it cannot be written is said once', async () => {
	const {user, failures, flush} = begin(() => Promise.reject(new Error('disk full')));
	user.press('O');
	await flush();
	user.press('O');
	await flush();
	expect(failures).toEqual(['disk full']);
});

const themes = [{name: 'nord', background: 'dark', colours: []}] as const;

test('every preference brings back what it has read', () => {
	const {user} = begin();
	user.dispatch({type: 'themes/found', all: themes});
	user.dispatch({type: 'theme/chosen', name: 'nord'});
	user.press('o', 'j', 'enter', 'a', 'left');
	user.dispatch({type: 'logs/looked', look: {wraps: true, time: 'utc'}});
	user.dispatch({type: 'list/filtered', text: 'web'});
	user.press('c', 'right', 'J', 'enter');
	user.dispatch({type: 'list/grouped', grouping: {kind: 'label', label: 'team'}});
	user.dispatch({type: 'list/folded', group: 'group:state:exited'});
	user.press('}', 'ctrl+right');
	for (const text of ['cpu>50', 'name:api']) user.dispatch({type: 'list/filter-kept', text});
	for (const id of ['command:help.open', 'tab:env']) user.dispatch({type: 'entry/used', id});
	user.dispatch({type: 'shell/remembered', text: 'python3 -i'});
	user.dispatch({type: 'logs/typed', text: 'first'});
	user.dispatch({type: 'logs/typed', text: 'second'});
	const other = new User();
	other.dispatch({type: 'themes/found', all: themes});
	for (const {read, apply} of preferences) {
		const value: unknown = JSON.parse(JSON.stringify(read(user.state)));
		for (const action of apply(value, other.state)) other.dispatch(action);
	}
	for (const {key, read} of preferences) {
		expect(read(other.state), key).toEqual(read(user.state));
		expect(read(user.state), key).not.toEqual(read(new User().state));
	}
});

test('columns that are as they were at first are not remembered', async () => {
	const {user, written, flush} = begin();
	user.press('c', 'J', 'enter');
	await flush();
	user.press('c', 'r', 'enter');
	await flush();
	expect(JSON.parse(JSON.stringify(written))).toEqual([
		{'list.columns': expect.arrayContaining(['cpuBar', 'name'])},
		{},
	]);
});

test('a border is remembered as the configuration would have it, wherever it stands', async () => {
	const {user, written, flush} = begin();
	user.dispatch({type: 'frame/resized', sizes: {listHeight: 0.02, listWidth: 0.614}});
	await flush();
	user.press('=');
	await flush();
	expect(JSON.parse(JSON.stringify(written))).toEqual([
		{'layout.listHeight': 10, 'layout.listWidth': 61},
		{},
	]);
});

test.each([null, 3, 'nonsense', {}, [3, {}], ['x'.repeat(5000)]])('%j changes nothing', value => {
	const user = new User();
	const before = {...user.state, list: {...user.state.list, filter: undefined}};
	for (const {key, apply} of preferences) {
		// Any text is a filter, and any other value of these is checked before.
		if (key === 'list.filter' || key === 'list.showStopped') continue;
		for (const action of apply(value, user.state)) user.dispatch(action);
	}
	expect(user.state.list.sort).toEqual(before.list.sort);
	expect(user.state.list.grouping).toEqual(before.list.grouping);
	expect(user.state.list.columns).toBeUndefined();
	expect(user.state.list.folded).toEqual(new Set());
	expect(user.state.logs.look).toEqual(before.logs.look);
	const {logs, list, frame} = user.state;
	const typed = [...logs.typed, ...list.typed, ...frame.used];
	expect(typed.every(text => text.length < 1000)).toBe(true);
});
