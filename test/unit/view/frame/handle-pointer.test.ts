import {describe, expect, test} from 'vitest';
import {selectedRow} from '../../../../source/store/select-target.ts';
import {Mouse} from '../../../helpers/mouse.ts';
import {seeded} from '../../../helpers/seeded.ts';
import {sceneNames, scenes} from '../../../helpers/view-states.ts';

const at = (name: keyof typeof scenes, columns = 120, rows = 40): Mouse =>
	new Mouse(scenes[name](), columns, rows);

const frameOf = ({scene}: Mouse) => scene.state.frame;
const overlayOf = (mouse: Mouse) => frameOf(mouse).overlays.at(-1);
const nameOf = ({scene}: Mouse) => selectedRow(scene.state)?.name;

describe.each([
	[80, 24],
	[120, 40],
	[200, 60],
])('on %s by %s', (columns, rows) => {
	test('a key of the footer does what the key does', () => {
		expect(overlayOf(at('ready', columns, rows).click('? help'))?.kind).toBe('help');
		expect(overlayOf(at('ready', columns, rows).click('/ filter'))?.kind).toBe('filter');
	});

	test('a restart from the footer asks, and no click answers with yes', () => {
		const mouse = at('ready', columns, rows).click('r restart');
		expect(overlayOf(mouse)?.kind).toBe('confirm');
		mouse.scene.wait(1000);
		mouse.click('Yes, do it').click('y yes');
		expect(mouse.scene.requests).toEqual([]);
		expect(overlayOf(mouse)?.kind).toBe('confirm');
		expect(mouse.scene.state.messages.at(-1)?.text).toContain('press y');
		mouse.click('[ No ]');
		expect(overlayOf(mouse)).toBeUndefined();
	});

	test('a tab is opened, and the words of the log follow it', () => {
		const mouse = at('ready', columns, rows).click('Stats');
		expect(frameOf(mouse).tab).toBe('stats');
	});
});

test('a click beside an overlay closes it as Esc does, the first of a double click aside', () => {
	const mouse = at('ready').click('r restart');
	const [column, row] = [3, 39];
	expect(overlayOf(mouse)?.kind).toBe('confirm');
	mouse.scene.wait(1000);
	mouse.clickAt(column, 20);
	expect(overlayOf(mouse)).toBeUndefined();
	mouse.click('? help');
	expect(overlayOf(mouse)?.kind).toBe('help');
	mouse.scene.wait(1000);
	mouse.clickAt(0, row - 3);
	expect(overlayOf(mouse)).toBeUndefined();
});

test('the second half of a double click does nothing to what it opened', () => {
	const mouse = at('ready');
	const {column, row} = mouse.find('r restart');
	mouse.clickAt(column, row).clickAt(column, row);
	expect(overlayOf(mouse)?.kind).toBe('confirm');
});

test('nor is a click the second half of one that was before the clock was put back', () => {
	const mouse = at('ready');
	const {column, row} = mouse.find('mailer');
	mouse.click('o sort');
	mouse.scene.wait(1000);
	mouse.clickAt(column, row);
	expect(overlayOf(mouse)).toBeUndefined();
	const {selected} = mouse.scene.state.list;
	mouse.scene.wait(-3_600_000);
	mouse.clickAt(column, row);
	expect(mouse.scene.state.list.selected).not.toBe(selected);
});

test('a click beside a filter keeps what was typed', () => {
	const mouse = at('ready').click('/ filter');
	mouse.scene.do(
		{type: 'overlay/changed', overlay: {kind: 'filter', text: 'mail', before: ''}},
		{type: 'list/filtered', text: 'mail'},
	);
	mouse.scene.wait(1000);
	mouse.clickAt(3, 10);
	expect(overlayOf(mouse)).toBeUndefined();
	expect(mouse.scene.state.list.filter.text).toBe('mail');
});

test('a row of a menu is chosen', () => {
	const mouse = at('ready').click('o sort');
	mouse.scene.wait(1000);
	mouse.click('memory');
	expect(overlayOf(mouse)).toBeUndefined();
	expect(mouse.scene.state.list.sort.field).toBe('memory');
});

test('the wheel scrolls help, and moves the choice of a menu', () => {
	const help = at('ready', 80, 24).click('? help').turn('Here: list', 2);
	expect(overlayOf(help)).toMatchObject({kind: 'help', top: 6});
	help.turn('of', -1000);
	expect(overlayOf(help)).toMatchObject({kind: 'help', top: 0});
	const sort = at('ready').click('o sort');
	const before = overlayOf(sort);
	sort.turn('memory', 1);
	expect(overlayOf(sort)).not.toEqual(before);
});

test('the wheel goes up from the end of an output at once, and at the end it goes on by itself', () => {
	const mouse = at('ready', 80, 24);
	const lines = Array.from({length: 100}, (_, index) => `line ${index}`);
	mouse.scene.do(
		{type: 'program/started', name: 'mine', text: 'mine', atMillis: 0},
		{type: 'program/written', lines},
		{type: 'overlay/opened', overlay: {kind: 'output', top: Number.MAX_SAFE_INTEGER}},
	);
	expect(mouse.screen.join('\n')).toContain('line 99');
	mouse.turn('line 90', -1);
	expect(mouse.screen.join('\n')).toContain('line 96');
	expect(mouse.screen.join('\n')).not.toContain('line 97');
	mouse.turn('line 90', 5);
	expect(overlayOf(mouse)).toMatchObject({top: Number.MAX_SAFE_INTEGER});
});

test('what is free or was never taken is not listened to', () => {
	for (const mouse of ['free', 'unused'] as const) {
		const user = at('ready');
		user.scene.do({type: 'frame/mouse-used', mouse});
		user.click('? help').turn('✗ mailer', 3);
		expect(overlayOf(user)).toBeUndefined();
		expect(nameOf(user)).toBe('api-1');
	}
});

test('the badge says how to take it back', () => {
	const mouse = at('ready');
	expect(mouse.screen.join('\n')).not.toContain('mouse');
	mouse.scene.do({type: 'frame/mouse-used', mouse: 'free'});
	expect(mouse.screen.join('\n')).toContain('mouse free (m)');
	mouse.scene.do({type: 'frame/mouse-used', mouse: 'unused'});
	expect(mouse.screen.join('\n')).not.toContain('mouse');
});

test('a click on the banner of a lost engine tries again', () => {
	const mouse = at('stale').click('R now');
	expect(mouse.scene.asked).toEqual(['retry']);
	const notice = at('refused').click('look around in a demo');
	expect(notice.scene.asked).toEqual(['demo']);
});

test.each(sceneNames)('%s: clicks and turns anywhere ask for no change of a container', name => {
	const random = seeded(5);
	for (const [columns, rows] of [
		[40, 15],
		[80, 24],
		[120, 40],
	] as const) {
		const mouse = at(name, columns, rows);
		const cell = (size: number): number => Math.floor(random() * (size + 4)) - 2;
		for (let round = 0; round < 60; round++) {
			if (random() < 0.7) mouse.clickAt(cell(columns), cell(rows));
			else mouse.turnAt(cell(columns), cell(rows), random() < 0.5 ? 1000 : -2);
			mouse.scene.wait(random() < 0.3 ? 700 : 10);
		}
		mouse.clickAt(Number.POSITIVE_INFINITY, 9998).turnAt(-1, -1, 1);
		expect(mouse.scene.requests).toEqual([]);
	}
});

test('an entry of the palette is run, and a click beside it closes it and runs nothing', () => {
	const mouse = at('ready').click(': cmd');
	expect(overlayOf(mouse)?.kind).toBe('palette');
	mouse.scene.wait(1000);
	mouse.clickAt(0, 30);
	expect(overlayOf(mouse)).toBeUndefined();
	mouse.scene.wait(1000);
	mouse.click(': cmd').scene.wait(1000);
	mouse.click('Esc closes').scene.wait(1000);
	expect(overlayOf(mouse)).toBeUndefined();
	mouse.click(': cmd').scene.wait(1000);
	mouse.click('Choose what the list is sorted by');
	expect(overlayOf(mouse)?.kind).toBe('sort');
});

test('what is wrong is shown in full by a click on it', () => {
	const mouse = at('ready').click('attention');
	expect(frameOf(mouse).view).toBe('problems');
});
