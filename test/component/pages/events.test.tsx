import {afterEach, describe, expect, test} from 'vitest';
import {lineWidth} from '../../../source/format/line.ts';
import type {Action} from '../../../source/store/action.ts';
import {views} from '../../../source/store/views.ts';
import {eventsPage} from '../../../source/view/pages/events/spec.ts';
import {anEngine, keyOf, refOf, startMillis} from '../../helpers/builders.ts';
import {type Drawn, drawArea} from '../../helpers/drawn-area.ts';
import {openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {type Scene, scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

const ago = (seconds: number, name: string) => ({
	...{ref: refOf(name), name, atMillis: startMillis - seconds * 1000},
});

const changed = (seconds: number, name: string, action: string): Action => ({
	type: 'timeline/heard',
	event: {kind: 'container.changed', ...ago(seconds, name), action},
});

const died = (seconds: number, name: string, exitCode: number): Action => ({
	type: 'timeline/heard',
	event: {kind: 'container.died', ...ago(seconds, name), exitCode},
});

/** A morning in the shop. */
const busy = (): Scene =>
	scenes.ready().do(
		died(300, 'billing-cron-1', 1),
		changed(290, 'billing-cron-1', 'start'),
		died(240, 'billing-cron-1', 1),
		changed(230, 'billing-cron-1', 'start'),
		{
			type: 'timeline/heard',
			event: {kind: 'container.health', ...ago(120, 'shop-mailer-1'), health: 'unhealthy'},
		},
		changed(60, 'shop-api-1', 'kill'),
		died(59, 'shop-api-1', 143),
		changed(58, 'shop-api-1', 'start'),
		{
			...{type: 'timeline/acted', key: keyOf('shop-api-1'), verb: 'restart', outcome: 'success'},
			...{text: 'restarted shop/api-1 in 2.1s', atMillis: startMillis - 57_000},
		},
	);

const draw = (scene: Scene, columns = 80, rows = 24): Drawn =>
	drawArea(scene.do({type: 'frame/view-chosen', view: 'events'}), 'page', columns, rows);

const choose = (scene: Scene, id: string, index: number, row: number): Scene =>
	scene.do({type: 'page/moved', page: 'events', place: {id, index, row}});

const isHead = (text: string): boolean => text.startsWith('─ events');

describe.each([
	[40, 15],
	[80, 24],
	[120, 40],
	[200, 60],
])('at %i by %i', (columns, rows) => {
	test('the newest is the first, a restart is one line, and no line is too wide', () => {
		const drawn = draw(busy(), columns, rows);
		expect(drawn.lines.every(line => lineWidth(line) <= columns)).toBe(true);
		expect(drawn.lines.length).toBeLessThanOrEqual(rows - 3);
		const [first, second, third] = drawn.texts.slice(drawn.texts.findIndex(isHead) + 1);
		expect(first).toMatch(/^ 09:59:03 ↻ shop\/ap/);
		expect(second).toMatch(/^ 09:58:00 ✗ shop\/ma/);
		expect(third).toMatch(/^ 09:56:10 ↻ billing/);
	});
});

test('it is said in words how often, why, and that it was asked for here', () => {
	const drawn = draw(busy(), 120, 40);
	expect(drawn.textWith('shop/api-1')).toContain(
		'restarted from here, exit code 143: asked to stop (SIGTERM)',
	);
	expect(drawn.textWith('billing/cron')).toContain('restarted 2 times in 1m, exit code 1');
	expect(drawn.tokenOf('restarted 2 times')).toBe('err');
	expect(drawn.tokenOf('unhealthy')).toBe('err');
	expect(drawn.text).toContain('nothing is remembered of the time before');
});

test('what a line is made of stands below, when the cursor is on it', () => {
	const scene = choose(busy(), '6', 0, 0);
	const {texts} = draw(scene);
	expect(texts[1]).toMatch(/^▌09:59:03 ↻ shop\/api-1/);
	expect(texts.slice(-5)).toEqual([
		expect.stringMatching(/^─ shop\/api-1 ─+ 4 events ─$/),
		' 09:59:03.000 → restarted shop/api-1 in 2.1s',
		' 09:59:02.000 ● started',
		' 09:59:01.000 ✗ exited with 143: asked to stop (SIGTERM)',
		' 09:59:00.000 · was sent a signal',
	]);
});

test('on a wide screen what its container used fills the room below', () => {
	const charts = (columns: number, rows: number): readonly string[] =>
		draw(choose(busy(), '6', 0, 0), columns, rows).texts.flatMap(
			text => /^╭─ (?:\S+ )?(cpu|mem|net|block io) ─/.exec(text)?.[1] ?? [],
		);
	expect(charts(200, 60).slice(0, 2)).toEqual(['cpu', 'mem']);
	expect(charts(120, 60)).toEqual([]);
	const {lines} = draw(choose(busy(), '6', 0, 0), 200, 60);
	expect(lines.length).toBeLessThanOrEqual(57);
});

describe('the last hour', () => {
	test('is a chart where there is room, what was bad in its colour', () => {
		const drawn = draw(busy(), 120, 40);
		expect(drawn.texts[0]).toMatch(/^╭─ last hour ─+ 9 events {2}4 bad ─╮$/);
		expect(drawn.texts.slice(0, 7).join('')).toContain('-60m ⋯ now');
		const bars = drawn.lines
			.slice(1, 5)
			.flatMap(line => line.filter(({text}) => /[▁-█]/.test(text)));
		expect(new Set(bars.map(({style}) => style?.token))).toEqual(new Set(['err', 'info']));
		// Four in the minute of the restart are the most; the newest minute is at the right, and empty.
		expect(drawn.texts[1]).toMatch(/^│ {4}4 .*█.{0,3}│$/);
		expect(draw(busy(), 80, 24).texts[0]).toMatch(/^─ events/);
	});

	test('counts what the filter shows, and nothing without anything', () => {
		const mailer = busy().do({type: 'events/filtered', text: 'mailer'});
		expect(draw(mailer, 120, 40).texts[0]).toMatch(/ 1 event {2}1 bad ─╮$/);
		const none = draw(scenes.empty(), 120, 40);
		expect(none.texts[0]).toMatch(/ 0 events ─╮$/);
		expect(none.text).not.toMatch(/[▁-█]/);
	});

	test('a click in the list below it puts the cursor on what is there', () => {
		const scene = busy();
		const drawn = draw(scene, 120, 40);
		const y = drawn.texts.findIndex(text => text.includes('shop/mailer'));
		const hit = eventsPage.hit?.(scene.view(120, 40), {x: 20, y}, drawn.width, drawn.height);
		expect(hit).toMatchObject({actions: [{type: 'page/moved', place: {index: 1, row: 1}}]});
		expect(
			eventsPage.hit?.(scene.view(120, 40), {x: 20, y: 1}, drawn.width, drawn.height),
		).toBeUndefined();
	});
});

describe('on a wide screen', () => {
	test('the log at the moment of what the cursor stands on stands beside the list', () => {
		const scene = choose(busy(), '6', 0, 0).do({type: 'frame/view-chosen', view: 'events'});
		scene.select('shop-api-1').do({type: 'logs/older-changed', older: 'none'});
		const drawn = draw(scene, 200, 60);
		expect(drawn.textWith('what it said then')).toMatch(/ what it said then ─+ 09:59:00 ─$/);
		// The first line that it wrote from then on.
		expect(drawn.textWith('09:59:50')).toMatch(/▌ 09:59:50 INFO {2}GET/);
		expect(draw(scene, 120, 40).text).not.toContain('what it said then');
	});

	test('without a cursor it is told to whom how much happened, the worst first', () => {
		const {texts} = draw(busy(), 200, 60);
		const names = texts.findIndex(text => text.includes('CONTAINER'));
		expect(texts[names]).toMatch(/CONTAINER +EVENTS +BAD {2}LAST$/);
		expect(texts.slice(names + 1, names + 4).map(text => text.slice(101))).toEqual([
			expect.stringMatching(/^ *billing\/cron +4 +2 {2}↻ restarted 2 times/),
			expect.stringMatching(/^ *shop\/api-1 +4 +1 {2}↻ restarted from here/),
			expect.stringMatching(/^ *shop\/mailer +1 +1 {2}✗ unhealthy/),
		]);
	});
});

test('what a line is made of has all the room that the list leaves', () => {
	const many = Array.from({length: 12}, (_, index): readonly Action[] => [
		died(200 - 8 * index, 'billing-report-1', 1),
		changed(199 - 8 * index, 'billing-report-1', 'start'),
	]);
	const scene = scenes.ready().do(...many.flat());
	const {texts} = draw(choose(scene, '1', 0, 0), 120, 40);
	const head = texts.findIndex(text => text.includes('24 events'));
	expect(head).toBeLessThan(15);
	expect(texts.slice(head + 1).filter(text => /✗ exited|● started/.test(text))).toHaveLength(
		Math.min(24, texts.length - head - 1),
	);
});

test('a held place does not move when something happens', () => {
	const pauses = Array.from({length: 40}, (_, index) =>
		changed(500 - index, 'shop-web-1', 'pause'),
	);
	const scene = choose(busy().do(...pauses), '5', 1, 1);
	const before = draw(scene).texts;
	scene.do(changed(1, 'shop-web-1', 'pause'));
	const after = draw(scene).texts;
	expect(after.slice(1)).toEqual(before.slice(1));
	expect(after[2]).toMatch(/^▌.* shop\/mailer/);
	expect(after[0]).toContain('‖ HELD  3 of 44');
	expect(draw(busy()).texts[0]).toContain('▼ FOLLOW  3');
});

test('that the connection broke and came back stands among it', () => {
	const failure = {kind: 'unreachable', message: 'refused', brief: 'the socket is gone'} as const;
	const scene = busy().do(
		{type: 'connection/lost', failure, atMillis: startMillis, retryAtMillis: startMillis + 500},
		{type: 'connection/opened', engine: anEngine, atMillis: startMillis + 41_000},
	);
	const {texts} = draw(scene);
	expect(texts[1]).toContain('✓ engine');
	expect(texts[1]).toContain('answers again after 00:41');
	expect(texts[2]).toContain('lost: the socket is gone');
});

describe('where nothing is shown it is said why', () => {
	test.each<[string, () => Scene, string]>([
		['at the start', scenes.loading, 'asking the engine'],
		['nothing happened', scenes.empty, 'nothing has happened in the last hour'],
		[
			'nobody may ask',
			() => scenes.empty().do({type: 'connection/restricted', part: 'events'}),
			'forbids events: the list is read',
		],
		[
			'nothing passes',
			() => busy().do({type: 'events/filtered', text: 'nosuch'}),
			'nothing of it has that; Esc takes the filter away',
		],
	])('%s', (_name, scene, text) => {
		expect(draw(scene()).text).toContain(text);
	});
});

test('the filter is seen, and typed below', async () => {
	const app = await openApp(busy(), {columns: 120, rows: 40});
	await app.press(String(views.indexOf('events') + 1));
	await app.shows('FOLLOW');
	await app.press('/');
	await app.press('mailer');
	await app.shows('1 of 3');
	await app.hides('billing/cron  ');
	await app.press('\r');
	await app.shows('events  / mailer');
	await app.press('j');
	await app.press('\r');
	await app.shows('containers 15/15');
	expect(app.scene.state.list.selected).toBe(keyOf('shop-mailer-1'));
});
