import {expect, test} from 'vitest';
import type {Overlay} from '../../../../source/store/overlay.ts';
import {overlays} from '../../../helpers/every-overlay.ts';
import {Mouse} from '../../../helpers/mouse.ts';
import {scenes} from '../../../helpers/view-states.ts';

const top = (mouse: Mouse): Overlay | undefined => mouse.scene.state.frame.overlays.at(-1);

test.each([
	[80, 24],
	[120, 40],
	[40, 15],
])('on %s by %s a click on an entry of a menu asks, and does nothing yet', (columns, rows) => {
	const mouse = new Mouse(scenes.ready().open(overlays.menu), columns, rows);
	mouse.click('p Pause');
	expect(top(mouse)?.kind).toBe('confirm');
	expect(mouse.scene.requests).toEqual([]);
});

test('beside it a click leaves it', () => {
	const mouse = new Mouse(scenes.ready().open(overlays.menu), 120, 40);
	mouse.clickAt(0, 0);
	expect(top(mouse)).toBeUndefined();
});

test('a click on a field of a form goes there, and keeps what was typed', () => {
	const mouse = new Mouse(scenes.ready().open(overlays.form), 120, 40);
	mouse.click('│  PIDs');
	const form = top(mouse);
	expect(form).toMatchObject({kind: 'form', index: 2});
	expect(form?.kind === 'form' ? form.form.fields[0]?.text : '').toBe('1.5');
});
