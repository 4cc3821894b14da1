import {beforeEach, describe, expect, test} from 'vitest';
import {logSourceOf} from '../../../source/model/logs/log-source.ts';
import {
	aContainer,
	aLine,
	aUsage,
	keyOf,
	refOf,
	shop,
	startMillis,
} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

let user: User;

/** The charts of `api`, of which ten seconds were measured. */
beforeEach(() => {
	user = new User({containers: shop});
	for (let ago = 9; ago >= 0; ago--) {
		const usage = aUsage('shop-api-1', 10 + ago, {}, startMillis - ago * 1000);
		user.history.addUsage(keyOf('shop-api-1'), usage);
	}
	user.dispatch({type: 'selection/moved', row: keyOf('shop-api-1'), index: 1});
	user.press('2');
	user.dispatch({type: 'stats/range-chosen', range: '5m'});
});

const stats = () => user.state.stats;
const secondsAgo = (): number | undefined =>
	stats().cursorMillis === undefined
		? undefined
		: (startMillis - (stats().cursorMillis ?? 0)) / 1000;

describe('the range', () => {
	test('begins at the one that is shown, where none was chosen', () => {
		const fresh = new User({containers: shop});
		fresh.press('2', ']');
		expect(fresh.state.stats.range).toBe('5m');
	});

	test('is made longer and shorter', () => {
		user.press(']');
		expect(stats().range).toBe('30m');
		user.press('[', '[', '[');
		expect(stats().range).toBe('1m');
	});
});

describe('the cursor', () => {
	test('begins at the newest value and goes by steps of the range', () => {
		user.press('left');
		expect(secondsAgo()).toBe(3);
		user.press('H', 'left', 'right');
		expect(secondsAgo()).toBe(33);
		user.press('shift+right', 'L');
		expect(secondsAgo()).toBe(0);
	});

	test('does not leave the range', () => {
		user.press(...Array.from({length: 20}, () => 'H'));
		expect(secondsAgo()).toBe(297);
	});

	test('goes to the oldest value, and away at the newest', () => {
		user.press('g');
		expect(secondsAgo()).toBe(297);
		user.press('G');
		expect(secondsAgo()).toBeUndefined();
	});

	test('is a moment, not a place: it stays where it is while time passes', () => {
		user.press('left', 'left');
		const at = stats().cursorMillis;
		user.wait(60_000);
		user.press(']', 'j', 'k');
		expect(stats().cursorMillis).toBe(at);
	});

	test('jumps to what happened', () => {
		const ref = refOf('shop-api-1');
		const heard = (ago: number, exitCode: number) =>
			user.dispatch({
				type: 'timeline/heard',
				event: {kind: 'container.died', ref, exitCode, atMillis: startMillis - ago * 1000},
			});
		heard(200, 1);
		heard(50, 0);
		user.press('N');
		expect(secondsAgo()).toBe(50);
		user.press('N');
		expect(secondsAgo()).toBe(200);
		user.press('N');
		expect(user.messages.at(-1)).toContain('nothing earlier is marked in the last 5m');
		user.press('n');
		expect(secondsAgo()).toBe(50);
	});

	test('leads to the log of that moment, and Esc back', () => {
		const target = {kind: 'source', source: logSourceOf(shop[0] ?? aContainer('api'))} as const;
		user.dispatch({type: 'logs/opened', target, version: 0});
		user.logs.append(
			[20, 9, 5, 1].map(ago => ({
				source: target.source,
				line: aLine(`${ago} s ago`, startMillis - ago * 1000),
			})),
		);
		user.dispatch({type: 'logs/appended', version: user.logs.version});
		user.press('left', 'left', 'l');
		expect(user.state.frame).toMatchObject({view: 'dashboard', zoomed: true, focus: 'logs'});
		expect(user.state.logs.held).toMatchObject({seq: 3});
		user.press('escape', 'escape');
		expect(user.state.frame).toMatchObject({view: 'stats', zoomed: false});
		expect(secondsAgo()).toBe(6);
	});
});

describe('Esc', () => {
	test('leaves the cursor, then the zoom, then the comparison, then the screen', () => {
		user.dispatch({type: 'list/marked', keys: [keyOf('shop-api-1')]});
		user.press('c', 'enter', 'left');
		user.press('escape');
		expect(stats()).toMatchObject({isZoomed: true, isCompared: true});
		expect(secondsAgo()).toBeUndefined();
		user.press('escape');
		expect(stats()).toMatchObject({isZoomed: false, isCompared: true});
		user.press('escape');
		expect(stats().isCompared).toBe(false);
		expect(user.state.frame.view).toBe('stats');
		user.press('escape');
		expect(user.state.frame.view).toBe('dashboard');
	});
});

describe('the selection', () => {
	test('goes on in the order of the list', () => {
		user.press('j');
		expect(user.selected).toBe('db');
		user.press('up');
		expect(user.selected).toBe('api');
		expect(user.state.frame.view).toBe('stats');
	});

	test('is left alone while others are compared, and it is said why', () => {
		user.dispatch({type: 'list/marked', keys: [keyOf('shop-api-1')]});
		user.press('c', 'j');
		expect(user.selected).toBe('api');
		expect(user.messages.at(-1)).toContain('the marked containers are shown');
		user.press('r');
		expect(user.question?.title).toBe('Restart shop/api?');
		user.press('n', 'e');
		expect(user.messages.at(-1)).toContain('the marked containers are compared');
	});
});

test('charts are chosen in a circle', () => {
	user.press('tab', 'tab');
	expect(stats().chart).toBe('network');
	user.press('shift+tab', 'shift+tab', 'shift+tab');
	expect(stats().chart).toBe('disk');
});

describe('saving', () => {
	test('CSV holds what is known of the range, from the first value to the last', () => {
		user.press('ctrl+s', 'c');
		const [saved = ''] = user.asked;
		expect(saved).toMatch(/^save stats-shop\/api-5m\.csv: container,time,cpu_percent/);
		const lines = saved.split('|').slice(1);
		expect(lines).toHaveLength(10);
		expect(lines.at(-1)).toMatch(/^shop\/api,2026-11-23T10:00:00\.000Z,10,50000000,,,,$/);
	});

	test('JSON of those that are compared', () => {
		user.sees([...shop, aContainer('redis')]);
		user.history.addUsage(keyOf('redis'), aUsage('redis', 5));
		user.dispatch({type: 'list/marked', keys: [keyOf('shop-api-1'), keyOf('redis')]});
		user.press('c', 'ctrl+s', 'j');
		const [saved = ''] = user.asked;
		expect(saved).toMatch(/^save stats-2-containers-5m\.json: \[/);
		expect(saved).toContain('"container":"redis"');
	});

	test('nothing where nothing was measured, and it is said', () => {
		user.press('j', 'ctrl+s', 'c');
		expect(user.asked).toEqual([]);
		expect(user.messages.at(-1)).toContain('nothing was measured');
	});
});

test('without marks there is nothing to compare', () => {
	user.press('c');
	expect(stats().isCompared).toBe(false);
	expect(user.messages.at(-1)).toContain('mark containers in the list with Space first');
});
