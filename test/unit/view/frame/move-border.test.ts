import {describe, expect, test} from 'vitest';
import type {PaneSizes} from '../../../../source/store/state.ts';
import {type Layout, layout, pageLayout} from '../../../../source/view/frame/layout.ts';
import {moveBorder} from '../../../../source/view/frame/move-border.ts';

type Border = keyof PaneSizes;

/** The screen after that many steps. */
const screenAfter = (columns: number, rows: number, border: Border, steps: number): Layout => {
	let sizes: PaneSizes = {};
	for (let step = 0; step < Math.abs(steps); step++) {
		const place = layout(columns, rows, undefined, sizes);
		sizes = moveBorder(place, sizes, border, steps > 0 ? 1 : -1) ?? sizes;
	}
	return layout(columns, rows, undefined, sizes);
};

describe.each([
	[80, 24],
	[120, 40],
	[200, 60],
])('%i by %i', (columns, rows) => {
	const usual = layout(columns, rows);

	test('each key moves the border, and the other one brings it back', () => {
		const lower = screenAfter(columns, rows, 'listHeight', 1);
		expect(lower.list?.height).toBeGreaterThan(usual.list?.height ?? 0);
		expect(lower.bottom?.height).toBeLessThan(usual.bottom?.height ?? 0);
		expect(lower.list?.width).toBe(usual.list?.width);
		const sizes = moveBorder(usual, {}, 'listHeight', 1) ?? {};
		const back = moveBorder(lower, sizes, 'listHeight', -1);
		expect(layout(columns, rows, undefined, back)).toEqual(usual);
	});

	test('at the end it stands, and one key the other way is seen', () => {
		const end = screenAfter(columns, rows, 'listHeight', 50);
		expect(end.bottom?.height).toBe(4);
		expect(screenAfter(columns, rows, 'listHeight', -50).list?.height).toBe(4);
		let sizes: PaneSizes = {};
		for (let step = 0; step < 50; step++) {
			const place = layout(columns, rows, undefined, sizes);
			sizes = moveBorder(place, sizes, 'listHeight', 1) ?? sizes;
		}
		const back = moveBorder(layout(columns, rows, undefined, sizes), sizes, 'listHeight', -1);
		const {bottom} = layout(columns, rows, undefined, back);
		expect(bottom?.height).toBeGreaterThan(4);
	});
});

test('beside the list too, where something stands there', () => {
	expect(screenAfter(120, 40, 'listWidth', 2).list?.width).toBe(68 + 12);
	expect(screenAfter(120, 40, 'listWidth', -50).list?.width).toBe(44);
	expect(moveBorder(layout(80, 24), {}, 'listWidth', 1)).toBeUndefined();
});

test('a share stays one when the terminal is resized', () => {
	const sizes = moveBorder(layout(120, 40), {}, 'listWidth', -1) ?? {};
	expect(layout(150, 40, undefined, sizes).list?.width).toBe(78);
});

test('where one pane is alone there is no border', () => {
	for (const place of [
		layout(40, 15),
		layout(120, 40, 'logs'),
		pageLayout(120, 40),
		layout(10, 3),
	]) {
		expect(moveBorder(place, {}, 'listHeight', 1)).toBeUndefined();
		expect(moveBorder(place, {}, 'listWidth', 1)).toBeUndefined();
	}
});
