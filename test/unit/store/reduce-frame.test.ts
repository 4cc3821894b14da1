import {expect, test} from 'vitest';
import type {Action} from '../../../source/store/action.ts';
import {stateAfter} from '../../helpers/user.ts';

const frameAfter = (...actions: readonly Action[]) => stateAfter(...actions).frame;

const filter = {kind: 'filter', text: 'a', before: ''} as const;

test('begins in the list, with the logs below', () => {
	expect(frameAfter()).toMatchObject({
		view: 'dashboard',
		focus: 'list',
		tab: 'logs',
		zoomed: false,
		overlays: [],
	});
});

test('focus, tab, zoom and a terminal that is lent out', () => {
	expect(
		frameAfter(
			{type: 'frame/focused', pane: 'logs'},
			{type: 'frame/tab-chosen', tab: 'overview'},
			{type: 'frame/zoomed', zoomed: true},
		),
	).toMatchObject({view: 'dashboard', focus: 'logs', tab: 'overview', zoomed: true, overlays: []});
});

test('overlays lie on each other; the last one changes and closes first', () => {
	const opened: readonly Action[] = [
		{type: 'overlay/opened', overlay: {kind: 'sort', index: 0}},
		{type: 'overlay/opened', overlay: filter},
	];
	const changed = {...filter, text: 'ab'};
	expect(frameAfter(...opened, {type: 'overlay/changed', overlay: changed}).overlays).toEqual([
		{kind: 'sort', index: 0},
		changed,
	]);
	expect(frameAfter(...opened, {type: 'overlay/closed'}).overlays).toEqual([
		{kind: 'sort', index: 0},
	]);
});

test('what concerns no open overlay changes nothing', () => {
	expect(frameAfter({type: 'overlay/changed', overlay: filter})).toEqual(frameAfter());
	expect(frameAfter({type: 'overlay/closed'})).toEqual(frameAfter());
});

test('what was used last stands first, once, and not for ever', () => {
	const ids = ['a', 'b', 'a', ...Array.from({length: 30}, (_, index) => `entry ${index}`), 'b'];
	const {used} = stateAfter(...ids.map(id => ({type: 'entry/used', id}) as const)).frame;
	expect(used.slice(0, 3)).toEqual(['b', 'entry 29', 'entry 28']);
	expect(new Set(used).size).toBe(used.length);
	expect(used).toHaveLength(20);
});

test('a log that was opened from another screen leads back there, once', () => {
	const opened: readonly Action[] = [
		{type: 'frame/view-chosen', view: 'stats'},
		{type: 'frame/view-chosen', view: 'dashboard', returnsTo: 'stats'},
		{type: 'frame/zoomed', zoomed: true},
	];
	expect(frameAfter(...opened)).toMatchObject({view: 'dashboard', returnsTo: 'stats'});
	const left = frameAfter(...opened, {type: 'frame/zoomed', zoomed: false});
	expect(left.returnsTo).toBeUndefined();
});
