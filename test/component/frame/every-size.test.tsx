import {expect, test} from 'vitest';
import {lineWidth} from '../../../source/format/line.ts';
import type {Line} from '../../../source/format/span.ts';
import type {Rect} from '../../../source/view/canvas/segments.ts';
import {type Area, layout, pageLayout} from '../../../source/view/frame/layout.ts';
import {paintArea} from '../../../source/view/frame/paint-area.ts';
import {paintOverlay, placeOverlay} from '../../../source/view/overlays/index.ts';
import {dice} from '../../helpers/dice.ts';
import {everyScreen} from '../../helpers/every-screen.ts';
import {oddScene} from '../../helpers/odd-world.ts';
import {type Scene, scenes} from '../../helpers/view-states.ts';
import {widthCorpus} from '../../helpers/width-corpus.ts';

// Promise P10: every screen at every size. Layouts alone are tried at all sizes in `layout.test.ts`.

const widest = 250;
const highest = 80;
const smallest = [0, 1, 2, 3, 5, 8, 13, 23] as const;
const sizesOfEach = 15;

/** Those at which most goes wrong, and others, for each screen its own. */
const sizesFor = (seed: number): ReadonlyArray<readonly [columns: number, rows: number]> => {
	const roll = dice(seed);
	return [
		...smallest.map(columns => [columns, roll(highest + 1)] as const),
		...smallest.map(rows => [roll(widest + 1), rows] as const),
		...Array.from({length: sizesOfEach}, () => [roll(widest + 1), roll(highest + 1)] as const),
		[widest, highest],
	];
};

const tooLarge = (lines: readonly Line[], {width, height}: Rect): readonly string[] => {
	const wide = lines.find(line => lineWidth(line) > width);
	return [
		...(lines.length > height ? [`${lines.length} lines of ${height}`] : []),
		...(wide
			? [`${lineWidth(wide)} cells of ${width}: ${wide.map(({text}) => text).join('')}`]
			: []),
	];
};

const isInside = ({left, top, width, height}: Rect, columns: number, rows: number): boolean =>
	left >= 0 && top >= 0 && left + width <= columns && top + height <= rows;

/** What does not fit, of all areas and of the overlay. */
const problemsAt = (scene: Scene, columns: number, rows: number): readonly string[] => {
	const {view: screen, zoomed, focus, sizes, overlays} = scene.state.frame;
	const place =
		screen === 'dashboard'
			? layout(columns, rows, zoomed ? focus : undefined, sizes)
			: pageLayout(columns, rows);
	const view = scene.view(columns, rows);
	const {size: _, ...areas} = place;
	const overlay = overlays.at(-1);
	if (overlay === undefined)
		return Object.entries(areas).flatMap(([area, rect]) =>
			tooLarge(paintArea(view, area as Area, rect.width, rect.height), rect).map(
				problem => `${area}: ${problem}`,
			),
		);
	const rect = placeOverlay(view, overlay, {columns, rows, layout: place});
	const isSeen = columns > 2 && rows > 2;
	return [
		...(isSeen && !isInside(rect, columns, rows) ? [`outside: ${JSON.stringify(rect)}`] : []),
		...tooLarge(paintOverlay(view, overlay, rect.width, rect.height), rect),
	];
};

test.each(
	Object.entries(everyScreen).map(([name, actions], index) => [name, actions, index] as const),
)('%s: nothing throws, nothing is wider or higher than its place', (_name, actions, index) => {
	const from = (index * 7) % widthCorpus.length;
	const worlds = [scenes.ready(), oddScene(widthCorpus.slice(from, from + 12))];
	for (const [nth, world] of worlds.entries()) {
		const scene = world.do(...actions);
		const problems = sizesFor(index * 2 + nth + 1).flatMap(([columns, rows]) =>
			problemsAt(scene, columns, rows).map(problem => `${columns}x${rows} ${problem}`),
		);
		expect.soft(problems.slice(0, 4)).toEqual([]);
	}
});
