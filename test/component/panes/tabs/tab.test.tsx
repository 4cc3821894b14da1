import {describe, expect, test} from 'vitest';
import {unicodeSymbols} from '../../../../source/format/symbols.ts';
import {type TabId, tabs, tabTitles} from '../../../../source/store/tabs.ts';
import {hitBottom} from '../../../../source/view/panes/tabs/hit-tab.ts';
import {ofContainer, ofLoaded} from '../../../../source/view/panes/tabs/loaded.ts';
import type {TabBody} from '../../../../source/view/panes/tabs/tab.ts';
import {tabTitlePieces, titleLine} from '../../../../source/view/panes/tabs/tab-titles.ts';
import {aSetup, keyOf, startMillis} from '../../../helpers/builders.ts';
import {drawArea} from '../../../helpers/drawn-area.ts';
import {type Scene, scenes} from '../../../helpers/view-states.ts';

const textOf = (body: TabBody): string =>
	body.lines.map(line => line.map(({text}) => text).join('')).join('\n');

describe('the titles', () => {
	const titles = (tab: TabId, width: number): string =>
		titleLine(tabTitlePieces(tab, width, width, unicodeSymbols))
			.map(({text}) => text)
			.join('');

	test('are whole where there is room, and stand still', () => {
		expect(titles('logs', 200)).toMatch(/^\[Logs\] Overview {2}Stats /);
		expect(titles('overview', 200)).toMatch(/^ Logs \[Overview\] Stats /);
	});

	test.each(tabs)('name %s, however narrow it is, and never take more', tab => {
		for (let width = 14; width < 100; width++) {
			expect(titles(tab, width)).toMatch(/\[\w+\]/);
			expect(titles(tab, width).length).toBeLessThanOrEqual(width);
		}
	});

	test('a click on one opens it, also where they are short', () => {
		for (const [columns, rows] of [
			[80, 24],
			[200, 60],
		] as const) {
			const scene = scenes.overview();
			const {texts, width, height} = drawArea(scene, 'bottom', columns, rows);
			const x = (texts[0] ?? '').indexOf(tabTitles.stats);
			const hit = hitBottom(scene.view(columns, rows), {x, y: 0}, width, height);
			expect(hit).toMatchObject({actions: [{type: 'frame/tab-chosen', tab: 'stats'}, {}]});
		}
	});
});

describe('a tab that is longer than its pane', () => {
	const focused = (): Scene => scenes.overview().do({type: 'frame/focused', pane: 'logs'});

	test('scrolls to its end and not beyond', () => {
		const scene = focused();
		const first = drawArea(scene, 'bottom', 80, 24);
		expect(first.texts[0]).toMatch(/▴▾ 1-7 of (\d+)/);
		scene.do({type: 'detail/moved', tab: 'overview', place: {top: 1000, item: 0}});
		const last = drawArea(scene, 'bottom', 80, 24);
		expect(last.texts[0]).toMatch(/▴▾ (\d+)-(\d+) of \2 ─$/);
		expect(last.texts[1]).not.toBe(first.texts[1]);
	});
});

describe('on a wide screen', () => {
	const opened = (tab: TabId): Scene =>
		scenes.ready().select('shop-api-1').do({type: 'frame/tab-chosen', tab});

	test('the log stands beside what would leave half of it empty', () => {
		const drawn = drawArea(opened('network'), 'bottom', 200, 60);
		expect(drawn.texts[0]).toContain('[Network]');
		expect(drawn.texts[1]).toMatch(/─ log ─+ ▼ FOLLOW/);
		expect(drawn.texts).toHaveLength(drawn.height);
		const narrow = drawArea(opened('network'), 'bottom', 120, 40);
		expect(narrow.text).not.toContain('─ log ─');
	});

	test.each(['config', 'stats'] as const)('%s has all of it', tab => {
		expect(drawArea(opened(tab), 'bottom', 200, 60).text).not.toContain('─ log ─');
	});

	test('a click on the log opens it', () => {
		const scene = opened('network');
		const {width, height} = drawArea(scene, 'bottom', 200, 60);
		const hit = hitBottom(scene.view(200, 60), {x: 150, y: 3}, width, height);
		expect(hit).toMatchObject({actions: [{type: 'frame/tab-chosen', tab: 'logs'}, {}]});
	});
});

describe('what is loaded', () => {
	const draw = (scene: Scene): string =>
		textOf(
			ofContainer(scene.view(80, 24), 60, 'one container at a time', () =>
				ofLoaded(scene.view(80, 24), 60, 'setup', ({command}) => ({
					lines: [[{text: command.join(' ')}]],
				})),
			),
		);
	const about = {key: keyOf('shop-api-1'), kind: 'setup'} as const;

	test('is drawn when it is there', () => {
		const scene = scenes.ready();
		scene.do({...about, type: 'detail/loaded', value: aSetup(), atMillis: startMillis});
		expect(draw(scene)).toBe('sleep infinity');
	});

	test('says nothing for a moment, then how long it has been awaited', () => {
		const scene = scenes.ready().do({...about, type: 'detail/requested'});
		expect(draw(scene)).toBe('');
		expect(draw(scene.do({...about, type: 'detail/awaited', waitedMillis: 800}))).toBe('⋯ 0.8s');
	});

	test('says why there is nothing, in the words of the engine', () => {
		const failure = {kind: 'internal', message: 'layer is corrupt'} as const;
		const scene = scenes.ready().do({...about, type: 'detail/failed', failure});
		expect(draw(scene)).toBe('layer is corrupt');
	});

	test('is not awaited while the engine is away', () => {
		expect(draw(scenes.stale())).toContain('when the engine answers');
	});

	test('is of one container', () => {
		expect(draw(scenes.heading())).toBe('one container at a time');
		expect(draw(scenes.empty())).toBe('nothing selected');
	});
});
