import {describe, expect, test} from 'vitest';
import {views} from '../../../source/store/views.ts';
import {anEngine, keyOf, ofProject, startMillis} from '../../helpers/builders.ts';
import {drawArea} from '../../helpers/drawn-area.ts';
import {type Scene, type SceneName, scenes} from '../../helpers/view-states.ts';

const status = (scene: Scene, columns = 80, rows = 24): string =>
	drawArea(scene, 'status', columns, rows).text;

describe('what is wrong now', () => {
	test('is said in words, the worst first, as much as fits', () => {
		const key = views.indexOf('problems') + 1;
		expect(status(scenes.ready(), 200, 60)).toBe(
			` attention ↻ billing/cron crash loop ×17  ✗ shop/mailer unhealthy  ✗ billing/report out of memory 5m  ▴ billing/ledger memory 96% of limit  ${key} tells more`,
		);
		expect(status(scenes.ready())).toBe(
			` attention ↻ billing/cron crash loop ×17  ✗ shop/mailer unhealthy  +2 more: ${key}`,
		);
		expect(drawArea(scenes.ready(), 'status', 80, 24).tokenOf('✗')).toBe('err');
		const marked = scenes.ready().do({type: 'list/marked', keys: [keyOf('shop-web-1')]});
		for (let columns = 60; columns <= 90; columns++) {
			expect(status(marked, columns, 24)).not.toMatch(/more: ?…/);
		}
	});

	test('and when nothing is, that is said too', () => {
		const well = scenes.empty().do({
			...{type: 'containers/listed', containers: [ofProject('shop', 'api')], atMillis: startMillis},
		});
		expect(status(well)).toBe(' ✓ all is well');
		expect(status(scenes.empty())).toBe('');
	});

	test('old news are none', () => {
		expect(status(scenes.stale())).not.toContain('attention');
	});

	test('fills the smallest terminal', () => {
		const drawn = drawArea(scenes.ready(), 'selection', 20, 5);
		expect(drawn.texts).toEqual(['↻ billing/cron cras…']);
	});
});

describe('messages', () => {
	test.each<[SceneName, string, string]>([
		['success', '✓ restarted shop/web in 1.4s', 'ok'],
		['info', 'shop/web was already stopped', 'info'],
		['error', '✗ stop shop/web failed: 409 already in progress  Esc', 'err'],
	])('%s', (scene, text, token) => {
		for (const [area, columns, rows] of [
			['status', 80, 24],
			['selection', 59, 15],
		] as const) {
			const drawn = drawArea(scenes[scene](), area, columns, rows);
			expect(drawn.text).toContain(text);
			expect(drawn.tokenOf(text.slice(0, 12))).toBe(token);
		}
	});

	test.each<[SceneName, number, boolean]>([
		['success', 2900, true],
		['success', 3100, false],
		['info', 5900, true],
		['info', 6100, false],
		['error', 600_000, true],
	])('%s after %i ms: shown %s', (scene, millis, isShown) => {
		const text = status(scenes[scene]().wait(millis));
		expect(text.includes('shop/web')).toBe(isShown);
		expect(text).toMatch(/ 1 message \(h\)$/);
	});

	test.each([
		'✗ restarted shop/catalogue, but unhealthy after 31.2s  Esc',
		'✗ restarted shop/catalogue, but ended with 137 after 1.2s  Esc',
		'✗ restarted shop/catalogue, but not healthy after 120.0s  Esc',
	])('on 80 columns there is room for all of: %s', text => {
		const said = {type: 'message/added', level: 'error', atMillis: startMillis} as const;
		const scene = scenes.ready().do({...said, text: text.slice(2, -5)});
		expect(status(scene)).toContain(text);
	});

	test('of a longer one the words are cut, and not the key that dismisses it', () => {
		const text = `restart shop/api failed: ${'port is already allocated '.repeat(9)}`;
		const said = {type: 'message/added', level: 'error', text, atMillis: startMillis} as const;
		expect(status(scenes.ready().do(said))).toMatch(/^ ✗ restart shop.*… {2}Esc +1 message \(h\)$/);
		expect(status(scenes.ready().do(said, said))).toMatch(/… {2}\+1 more \(h\) {2}Esc +2 messages/);
	});

	test('long ones are cut and stay apart from what stands at the right', () => {
		expect(drawArea(scenes.error(), 'selection', 40, 15).text).toMatch(/409 alre… 3\/20$/);
	});

	test('an error goes when it was read', () => {
		const scene = scenes.error().do({type: 'message/dismissed'});
		expect(status(scene)).not.toContain('409');
	});
});

describe('what is under way', () => {
	test('names each container, what is done, and for how long', () => {
		expect(status(scenes.busy())).toBe(' ⋯ checking shop/web 1.4s, stopping shop/api-2 1.4s');
		expect(drawArea(scenes.busy(), 'selection', 40, 15).text).toMatch(
			/^ ⋯ checking shop\/web 1\.4s/,
		);
	});

	test('goes with its container', () => {
		const scene = scenes
			.busy()
			.do({type: 'container/removed', key: keyOf('shop-web-1')})
			.do({type: 'container/removed', key: keyOf('shop-api-2')});
		expect(status(scene)).not.toContain('checking');
	});
});

test('frozen figures are never taken for live ones', () => {
	expect(status(scenes.frozen())).toMatch(/‖ frozen 5s ago \(z\)$/);
	expect(drawArea(scenes.frozen(), 'status', 80, 24).tokenOf('frozen')).toBe('pause');
	expect(drawArea(scenes.frozen(), 'selection', 40, 15).text).toMatch(/‖ 3\/20$/);
});

describe('an engine that hangs', () => {
	const silent = (seconds: number): Scene =>
		scenes
			.ready()
			.do({type: 'connection/silent', answeredAtMillis: startMillis})
			.wait(seconds * 1000);

	test('is told at every size, with its seconds', () => {
		expect(status(silent(6))).toMatch(/✗ no answer 6 s$/);
		expect(drawArea(silent(6), 'status', 80, 24).tokenOf('no answer')).toBe('err');
		expect(drawArea(silent(7), 'selection', 40, 15).text).toMatch(/✗ no answer 7 s 3\/20$/);
		expect(drawArea(silent(8), 'selection', 20, 5).text).toBe('✗ no answer 8 s');
	});

	test('has no news', () => {
		expect(status(silent(6))).not.toContain('attention');
	});

	test('says nothing any more when it has answered', () => {
		const scene = silent(6).do({type: 'connection/answered'});
		expect(status(scene)).not.toContain('no answer');
		expect(status(scene)).toContain('attention');
	});

	test('leaves its values on the screen, weak, and its ages where they were', () => {
		const drawn = drawArea(silent(60), 'list', 120, 40);
		expect(drawn.tokenOf('62.1')).toBe('dim');
		const before = drawArea(scenes.ready(), 'list', 120, 40).text;
		expect(drawn.text).toBe(before);
	});

	test('is not followed by its log', () => {
		expect(drawArea(silent(6), 'bottom', 120, 40).text).toContain('NO ANSWER');
	});
});

describe('the clock of the engine', () => {
	const skewed = (seconds: number): Scene =>
		scenes.ready().do({
			type: 'connection/opened',
			engine: {...anEngine, clockOffsetMillis: seconds * 1000},
			atMillis: startMillis,
		});

	test.each([
		[4, /engine clock \+4s$/],
		[-600, /engine clock -10m$/],
	])('%i seconds off is told', (seconds, text) => {
		expect(status(skewed(seconds), 120, 40)).toMatch(text);
	});

	test('a second off is not', () => {
		expect(status(skewed(1), 120, 40)).not.toContain('clock');
	});

	test('ages are told by it', () => {
		const row = (scene: Scene) => drawArea(scene, 'list', 120, 40).textWith('api-1');
		expect(row(scenes.ready())).toContain('3h12m');
		expect(row(skewed(3600))).toContain('4h12m');
		expect(drawArea(skewed(-3600), 'detail', 120, 40).text).toContain('running 2h12m');
	});
});

describe('the selection on the smallest screens', () => {
	test.each<[SceneName, string]>([
		['ready', ' shop/api-1 62% 412M ✓ healthy     3/20'],
		['unhealthy', ' shop/mailer 0% 44M ✗ unhealthy    7/20'],
		['stopped', ' billing/report ✗ exited (137)    11/20'],
		['heading', ' project shop 87% 1.9G             1/20'],
		['service', ' service shop/api 84% 1.0G         2/20'],
		['nothingFound', ''],
	])('%s', (scene, text) => {
		expect(drawArea(scenes[scene](), 'selection', 40, 15).text).toBe(text);
	});
});

describe('keys', () => {
	const footer = (scene: Scene, columns: number, rows: number): string =>
		drawArea(scene, 'footer', columns, rows).text;

	test.each([
		[24, 8, ' Enter open  ? help'],
		[40, 15, ' Enter open  l logs  : cmd  ? help'],
		[80, 24, ' Enter open  l logs  e shell  x actions  r restart  / filter  : cmd  ? help'],
	])('%i columns: %s', (columns, rows, text) => {
		expect(footer(scenes.ready(), columns, rows)).toBe(text);
	});

	test('all of them where there is room', () => {
		expect(footer(scenes.ready(), 200, 60)).toMatch(
			/ \/ filter {2}\] tab {2}o sort {2}Space mark {2}a all\/running {2}s start\/stop {2}p pause {2}z freeze {2}b group {2}c columns {2}Tab pane {2}h messages {2}: cmd {2}\? help$/,
		);
	});

	test('what cannot be done is not offered', () => {
		expect(footer(scenes.heading(), 120, 40)).not.toContain('shell');
		expect(footer(scenes.stopped(), 120, 40)).not.toContain('shell');
		expect(footer(scenes.stale(), 120, 40)).not.toMatch(/restart|start\/stop|shell/);
		expect(footer(scenes.stale(), 120, 40)).toMatch(/^ R retry now {2}(?!D)/);
		expect(footer(scenes.empty(), 120, 40)).not.toContain('logs');
	});

	test('an overlay has its own', () => {
		const scene = scenes.ready().open({kind: 'sort', index: 0});
		expect(footer(scene, 80, 24)).toBe(' Enter sort  Esc close');
	});

	test('without an engine only what helps', () => {
		expect(footer(scenes.refused(), 80, 24)).toBe(' R retry now  D demo  ? help  q quit');
	});
});
