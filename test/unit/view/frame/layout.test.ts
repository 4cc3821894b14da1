import {describe, expect, test} from 'vitest';
import type {PaneSizes} from '../../../../source/store/state.ts';
import type {Rect} from '../../../../source/view/canvas/segments.ts';
import type {Area, Layout} from '../../../../source/view/frame/layout.ts';
import {layout, pageLayout, sizeClass} from '../../../../source/view/frame/layout.ts';

const widest = 250;
const highest = 80;
/** As large and as small as can be asked for, and some between. */
const everySizes: readonly PaneSizes[] = [
	{},
	{listHeight: 0, listWidth: 0},
	{listHeight: 1, listWidth: 1},
	{listHeight: 0.31, listWidth: 0.77},
];

type Place = (columns: number, rows: number) => Layout;

const places: ReadonlyArray<readonly [name: string, place: Place]> = [
	...everySizes.map((sizes): readonly [string, Place] => [
		`sizes ${JSON.stringify(sizes)}`,
		(columns, rows) => layout(columns, rows, undefined, sizes),
	]),
	['zoomed list', (columns, rows) => layout(columns, rows, 'list', everySizes[1])],
	['zoomed logs', (columns, rows) => layout(columns, rows, 'logs')],
	['page', pageLayout],
];

const areasOf = ({size: _, ...areas}: Layout): readonly (readonly [string, Rect])[] =>
	Object.entries(areas);

const everySize = (check: (columns: number, rows: number, place: Layout) => string | undefined) => {
	const problems: string[] = [];
	for (const [name, placeOn] of places) {
		for (let columns = 0; columns <= widest; columns++) {
			for (let rows = 0; rows <= highest; rows++) {
				const problem = check(columns, rows, placeOn(columns, rows));
				if (problem) problems.push(`${columns}x${rows} ${name}: ${problem}`);
			}
		}
	}
	return problems.slice(0, 5);
};

describe('at every size, zoomed or not, however the panes are sized', () => {
	test('each area is inside the screen and not empty', () => {
		const problems = everySize((columns, rows, place) => {
			const outside = areasOf(place).find(
				([, {left, top, width, height}]) =>
					left < 0 ||
					top < 0 ||
					width < 1 ||
					height < 1 ||
					left + width > columns ||
					top + height > rows ||
					![left, top, width, height].every(Number.isInteger),
			);
			return outside && `${outside[0]} ${JSON.stringify(outside[1])}`;
		});
		expect(problems).toEqual([]);
	});

	test('no cell belongs to two areas', () => {
		const isApart = (a: Rect, b: Rect): boolean =>
			a.left + a.width <= b.left ||
			b.left + b.width <= a.left ||
			a.top + a.height <= b.top ||
			b.top + b.height <= a.top;
		const problems = everySize((_columns, _rows, place) => {
			const areas = areasOf(place);
			for (const [index, [name, rect]] of areas.entries()) {
				const other = areas.slice(index + 1).find(([, each]) => !isApart(rect, each));
				if (other) return `${name} and ${other[0]}`;
			}
			return undefined;
		});
		expect(problems).toEqual([]);
	});

	test('every cell belongs to an area, from the smallest list on', () => {
		const problems = everySize((columns, rows, place) => {
			if (place.size === 'tiny') return undefined;
			const cells = areasOf(place).reduce((sum, [, rect]) => sum + rect.width * rect.height, 0);
			return cells === columns * rows ? undefined : `${columns * rows - cells} cells are nobody's`;
		});
		expect(problems).toEqual([]);
	});

	test('the keys stand in the last row, what happens in the one above', () => {
		const problems = everySize((columns, rows, place) => {
			if (place.size === 'tiny') return undefined;
			const above = place.status ?? place.selection;
			const isRight =
				place.footer?.top === rows - 1 &&
				place.footer.width === columns &&
				above?.top === rows - 2 &&
				place.header?.top === 0;
			return isRight ? undefined : JSON.stringify(place);
		});
		expect(problems).toEqual([]);
	});

	test('what is zoomed is there', () => {
		const problems = everySize((_columns, _rows, place) =>
			place.size === 'tiny' || place.list || place.bottom || place.page ? undefined : 'no pane',
		);
		expect(problems).toEqual([]);
	});
});

test('every pane keeps what it needs, whatever is asked for', () => {
	const problems = everySize((columns, _rows, place) => {
		const {list, bottom, detail, cpu} = place;
		if (list === undefined || bottom === undefined) return undefined;
		const beside = cpu ?? detail;
		const isSmall =
			list.height < 4 ||
			bottom.height < 4 ||
			list.width < 44 ||
			(beside !== undefined && columns - beside.left < 36);
		return isSmall ? JSON.stringify(place) : undefined;
	});
	expect(problems).toEqual([]);
});

test.each([
	[0, 0, 'tiny'],
	[23, 40, 'tiny'],
	[80, 5, 'tiny'],
	[24, 6, 'XS'],
	[59, 40, 'XS'],
	[120, 15, 'XS'],
	[60, 16, 'S'],
	[80, 24, 'S'],
	[99, 50, 'S'],
	[100, 24, 'M'],
	[120, 40, 'M'],
	[160, 24, 'L'],
	[200, 60, 'L'],
] as const)('%i columns and %i rows are %s', (columns, rows, size) => {
	expect(sizeClass(columns, rows)).toBe(size);
	expect(layout(columns, rows).size).toBe(size);
});

const shown = (columns: number, rows: number): readonly Area[] =>
	areasOf(layout(columns, rows)).map(([name]) => name as Area);

test('what does not fit goes, the least needed first', () => {
	expect(shown(40, 10)).toEqual(['header', 'summary', 'list', 'selection', 'footer']);
	expect(shown(80, 24)).toContain('bottom');
	expect(shown(80, 24)).not.toContain('detail');
	expect(shown(120, 24)).toContain('detail');
	expect(shown(120, 24)).not.toContain('hostCpu');
	expect(shown(120, 40)).toEqual(expect.arrayContaining(['hostCpu', 'cpu', 'detail', 'bottom']));
	expect(shown(120, 40)).not.toContain('hostDisk');
	expect(shown(200, 60)).toEqual(expect.arrayContaining(['hostDisk', 'memory', 'network', 'disk']));
});

test('the list never gets less room on a larger screen', () => {
	const heights = Array.from({length: highest - 15}, (_, index) => {
		const place = layout(80, index + 16);
		return place.list?.height ?? 0;
	});
	expect(heights).toEqual(heights.toSorted((a, b) => a - b));
});

test('a screen too small for anything but one line shows the selection', () => {
	expect(layout(10, 1)).toEqual({
		size: 'tiny',
		selection: {left: 0, top: 0, width: 10, height: 1},
	});
	expect(layout(0, 40)).toEqual({size: 'tiny'});
	expect(layout(40, 0)).toEqual({size: 'tiny'});
});
