import {describe, expect, test} from 'vitest';
import {selectedRow} from '../../../../../source/store/select-target.ts';
import {Mouse} from '../../../../helpers/mouse.ts';
import {scenes} from '../../../../helpers/view-states.ts';

const nameOf = ({scene}: Mouse) => selectedRow(scene.state)?.name;

describe.each([
	[40, 15],
	[80, 24],
	[120, 40],
	[200, 60],
])('on %s by %s', (columns, rows) => {
	const open = (): Mouse => new Mouse(scenes.ready(), columns, rows);

	test('a click selects a row and gives the list the keys; a second one opens it', () => {
		const mouse = open();
		mouse.click('✓ postgres');
		expect(nameOf(mouse)).toBe('postgres');
		expect(mouse.scene.state.frame).toMatchObject({focus: 'list', zoomed: false});
		mouse.click('✓ postgres');
		expect(mouse.scene.state.frame).toMatchObject({focus: 'logs', zoomed: true});
	});

	test('the sign of a group folds it, and a click on the selected group does', () => {
		const mouse = open();
		const row = mouse.screen.findIndex(line => line.includes('▾ shop'));
		const column = mouse.screen[row]?.indexOf('▾ shop') ?? 0;
		mouse.clickAt(column, row);
		expect([...mouse.scene.state.list.folded]).toEqual(['project:shop']);
		expect(nameOf(mouse)).toBe('shop');
		mouse.click('▸ shop');
		expect(mouse.scene.state.list.folded.size).toBe(0);
	});

	test('the wheel moves the selection by three rows a notch and leaves the keys where they are', () => {
		const mouse = open();
		mouse.scene.do({type: 'frame/focused', pane: columns < 60 ? 'list' : 'logs'});
		const {focus} = mouse.scene.state.frame;
		const before = mouse.scene.state.list.selectedIndex;
		mouse.turn('✓ postgres', 1);
		expect(mouse.scene.state.list.selectedIndex).toBe(before + 3);
		mouse.turn('✓ postgres', -1000);
		expect(mouse.scene.state.list.selectedIndex).toBe(0);
		expect(mouse.scene.state.frame.focus).toBe(focus);
	});
});

test('a click that only gives the keys to the list does not open the selected row', () => {
	const mouse = new Mouse(scenes.ready().do({type: 'frame/focused', pane: 'logs'}), 120, 40);
	mouse.click('✓   api-1');
	expect(mouse.scene.state.frame).toMatchObject({focus: 'list', zoomed: false});
});

test('the name of a column sorts by it, and again the other way round', () => {
	const mouse = new Mouse(scenes.ready(), 120, 40);
	const {list} = mouse.scene.state;
	expect(list.sort).toEqual({field: 'cpu', descending: true});
	mouse.click(' %▾');
	expect(mouse.scene.state.list.sort).toEqual({field: 'cpu', descending: false});
	mouse.click(' MEM');
	expect(mouse.scene.state.list.sort).toEqual({field: 'memory', descending: true});
	mouse.click('CPU  ');
	expect(mouse.scene.state.list.sort).toEqual({field: 'cpu', descending: true});
});

test('what hides rows is changed where it is told', () => {
	const mouse = new Mouse(scenes.runningOnly(), 120, 40).click('running only');
	expect(mouse.scene.state.list.showsStopped).toBe(true);
	mouse.click('sort cpu');
	expect(mouse.scene.state.frame.overlays.at(-1)?.kind).toBe('sort');
});

test('blank space, the frame and a list without rows do nothing', () => {
	for (const scene of [scenes.empty(), scenes.loading(), scenes.nothingFound()]) {
		const mouse = new Mouse(scene, 120, 40);
		for (let row = 6; row < 24; row++) mouse.clickAt(20, row);
		expect(mouse.scene.state.frame.overlays).toEqual([]);
	}
});
