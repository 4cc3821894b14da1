import {describe, expect, test} from 'vitest';
import type {LogLine} from '../../../source/model/log-line.ts';
import {aLine, startMillis, targetOf} from '../../helpers/builders.ts';
import {drawArea} from '../../helpers/drawn-area.ts';
import {type Scene, type SceneName, scenes} from '../../helpers/view-states.ts';

const ready = scenes.ready();

/** A log with nothing but these lines. */
const logOf = (...lines: readonly LogLine[]): Scene => {
	const scene = scenes.ready();
	scene.logs.clear();
	return scene.say(...lines.map(line => ['shop-api-1', line] as const));
};

const linesOf = (scene: Scene, columns = 80, rows = 24): readonly string[] =>
	drawArea(scene, 'bottom', columns, rows).texts.slice(1);

describe('a line', () => {
	test('has its time, with milliseconds where there is room', () => {
		expect(linesOf(ready)).toContain(' 09:59:51 WARN  pool exhausted: 20/20');
		expect(linesOf(ready, 120, 40)).toContain(' 09:59:51.000 WARN  pool exhausted: 20/20');
	});

	test('of stderr has a gutter and not only a colour', () => {
		const drawn = drawArea(ready, 'bottom', 80, 24);
		expect(drawn.textWith('OperationalError')).toMatch(/^┃09:59:52 ERROR POST/);
		expect(drawn.tokenOf('┃')).toBe('err');
		expect(drawn.texts.filter(text => text.startsWith('┃'))).toHaveLength(1);
	});

	test('that is too long ends with a sign', () => {
		const lines = linesOf(logOf(aLine('word '.repeat(60), startMillis)));
		expect(lines[0]).toHaveLength(80);
		expect(lines[0]).toMatch(/…$/);
	});

	test('that fits exactly does not', () => {
		const lines = linesOf(logOf(aLine('x'.repeat(70), startMillis)));
		expect(lines[0]).toMatch(/x{70}$/);
	});

	test('that was cut by the reader tells how much is missing', () => {
		expect(linesOf(ready).join('\n')).toMatch(/x… \[\+14\.2 KB\]$/m);
	});

	test('cannot reach the terminal', () => {
		const drawn = drawArea(scenes.hostile(), 'bottom', 80, 24);
		expect(drawn.textWith('clipboard')).toMatch(/clipboard evilred$/);
	});

	test('keeps the colours of its program', () => {
		const drawn = drawArea(
			logOf(aLine('a \u001b[32mgreen\u001b[0m word', startMillis)),
			'bottom',
			80,
			24,
		);
		expect(drawn.spanOf('green').style?.colour).toEqual({kind: 'index', index: 2});
	});

	test.each<[text: string, word: string, token: string | undefined]>([
		['2026-11-23 10:00:00,000 ERROR no such table', 'ERROR', 'err'],
		['[10:00:00: WARNING/MainProcess] retry', 'WARNING', 'warn'],
		['2026/11/23 10:00:00 [error] 29#29: upstream', 'error', 'err'],
		['time=10:00 level=warn msg=late', 'warn', 'warn'],
		['{"level":"debug","msg":"x"}', 'debug', 'muted'],
		['INFO the retry after an ERROR worked', 'INFO', undefined],
		['GET /errors/error 200', 'error', undefined],
		['no-ERROR-here', 'ERROR', undefined],
		['1.2.3.4 - - [23/Nov/2026:10:00:00 +0000] "GET /a HTTP/1.1" 502 157', '502', 'err'],
		['1:M 23 Nov 2026 10:00:00.000 # it is slow', '#', 'warn'],
		['switched the level to ERROR for an hour', 'ERROR', undefined],
	])('%s', (text, word, token) => {
		expect(drawArea(logOf(aLine(text, startMillis)), 'bottom', 80, 24).tokenOf(word)).toBe(token);
	});

	test('stands in for lines that are not there', () => {
		const drawn = drawArea(ready, 'bottom', 80, 24);
		expect(drawn.textWith('restarted')).toBe(' 09:59:53 ── restarted, exit 137 ──');
		expect(drawn.tokenOf('restarted')).toBe('warn');
	});
});

test('the newest lines are at the end, as many as fit', () => {
	expect(linesOf(ready).at(-1)).toContain('GET /health 200');
	expect(linesOf(ready)).toHaveLength(7);
	expect(linesOf(ready, 200, 60)).toHaveLength(8);
});

test('merged lines name their source in one column', () => {
	const scene = scenes.heading().say(['shop-postgres-1', aLine('checkpoint', startMillis)]);
	const drawn = drawArea(scene, 'bottom', 120, 40);
	expect(drawn.textWith('checkpoint')).toBe(' 10:00:00.000 postgres checkpoint');
	expect(drawn.textWith('pool exhausted')).toBe(
		' 09:59:51.000 api-1    WARN  pool exhausted: 20/20',
	);
});

describe('the rule above', () => {
	const head = (scene: SceneName, columns = 120, rows = 40) =>
		drawArea(scenes[scene](), 'bottom', columns, rows).texts[0];

	test.each<[SceneName, RegExp]>([
		['ready', /^─ shop\/api-1 {2}\[Logs\] Overview Stats .* ─+ ▼ FOLLOW {2}0.4\/s ─$/],
		['held', /shop\/api-1 .* ‖ HELD {2}\+1 new \(End\) {2}0/],
		['heading', /^─ project shop {2}\[Logs\]/],
		['service', /^─ service shop\/api {2}\[Logs\]/],
		['logsOpening', / ⋯ ─$/],
		['logsEnded', / ENDED ─$/],
		['logsFailed', / ✗ NO LOG ─$/],
		['stale', / ✗ NO ENGINE ─$/],
		['loading', /^─ \[Logs\] Overview {1,2}Stats .* ─+$/],
	])('%s', (scene, text) => {
		expect(head(scene)).toMatch(text);
	});

	test('tabs stay where they are when another opens', () => {
		const head = (scene: SceneName) => drawArea(scenes[scene](), 'bottom', 160, 45).texts[0];
		expect(head('stats')).toMatch(/^─ shop\/api-1 {3}Logs {2}Overview \[Stats\] Env /);
		expect(head('overview')).toMatch(/^─ shop\/api-1 {3}Logs \[Overview\] Stats {2}/);
	});

	test('shows by its colour and weight where the keys go', () => {
		const rule = (scene: Scene) => drawArea(scene, 'bottom', 80, 24).lines[0]?.[0]?.style;
		expect(rule(scenes.held())).toEqual({token: 'accent', bold: true});
		expect(rule(ready)).toEqual({token: 'dim'});
	});
});

describe('an empty log says why', () => {
	test.each<[SceneName, string]>([
		['loading', 'nothing selected'],
		['logsOpening', '⋯ asking the engine'],
		['logsSilent', 'no output yet; what is written appears here'],
		['logsEnded', 'no output: it stopped without writing anything'],
		['logsFailed', 'does not support reading (the container logs with syslog; read them there)'],
	])('%s', (scene, reason) => {
		const text = linesOf(scenes[scene]()).join(' ').replaceAll(/\s+/g, ' ');
		expect(text).toContain(reason);
	});

	test('a failure is red', () => {
		expect(drawArea(scenes.logsFailed(), 'bottom', 80, 24).tokenOf('configured')).toBe('err');
	});
});

test('held lines stand still while others come', () => {
	const scene = scenes.held();
	const before = linesOf(scene);
	expect(before.at(-1)).toContain('注文');
	scene.say(...new Array(50).fill(['shop-api-1', aLine('more', startMillis)] as const));
	expect(linesOf(scene)).toEqual(before);
	expect(drawArea(scene, 'bottom', 80, 24).texts[0]).toContain('+51 new');
});

describe('statistics', () => {
	test.each([
		[80, 24, ['shop/api-1 cpu']],
		[80, 60, ['shop/api-1 cpu', 'mem']],
		[120, 20, ['shop/api-1 cpu', 'mem']],
		[120, 40, ['shop/api-1 cpu', 'mem', 'net', 'block io']],
	])('%i by %i shows %s', (columns, rows, titles) => {
		const {text} = drawArea(scenes.stats(), 'bottom', columns, rows);
		expect([...text.matchAll(/╭─ ([a-z1/ -]+?) ─*(?= )/g)].map(([, title]) => title)).toEqual(
			titles,
		);
	});
});

describe('the overview', () => {
	test('counts what does not fit', () => {
		const drawn = drawArea(scenes.overview(), 'bottom', 80, 24);
		expect(drawn.texts[0]).toMatch(/ ▴▾ 1-7 of \d+ ─$/);
		expect(drawn.texts).toHaveLength(8);
	});

	test('has room for all in the full screen, also on a narrow one', () => {
		const zoomed = scenes
			.overview()
			.do({type: 'frame/focused', pane: 'logs'}, {type: 'frame/zoomed', zoomed: true});
		for (const [columns, rows] of [
			[40, 24],
			[80, 24],
		] as const) {
			const drawn = drawArea(zoomed, 'bottom', columns, rows);
			expect(drawn.texts[0]).not.toContain('▴▾');
			expect(drawn.text.replaceAll(/\s+/g, ' ')).toContain('/etc/ssl → /etc/ssl (ro)');
		}
	});
});

test('the log of one container never stands under the name of another', () => {
	const scene = scenes.ready().do({
		...{type: 'logs/opened', version: 0, target: targetOf('somebody-else')},
	});
	scene.logs.clear();
	const drawn = drawArea(scene.select('shop-mailer-1'), 'bottom', 80, 24);
	expect(drawn.texts[0]).toContain('shop/mailer');
	expect(drawn.texts[1]).toBe('  ⋯ asking the engine');
});
