import {afterEach, describe, expect, test, vi} from 'vitest';
import {parsePattern} from '../../../source/model/logs/log-pattern.ts';
import {LogSheet} from '../../../source/store/logs/log-sheet.ts';
import {logBody} from '../../../source/view/panes/logs/log-body.ts';
import {aLine, startMillis} from '../../helpers/builders.ts';
import {drawArea} from '../../helpers/drawn-area.ts';
import {type OpenApp, openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {type Scene, scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

/** The log of one container in full screen. */
const logOf = (...texts: readonly string[]): Scene => {
	const scene = scenes.ready();
	scene.logs.clear();
	say(scene, ...texts);
	return scene.do({type: 'frame/focused', pane: 'logs'}, {type: 'frame/zoomed', zoomed: true});
};

const say = (scene: Scene, ...texts: readonly string[]): void => {
	scene.say(...texts.map(text => ['shop-api-1', aLine(text, startMillis)] as const));
};

const numbered = (count: number, from = 1): readonly string[] =>
	Array.from({length: count}, (_, index) => `line ${from + index}`);

/** The lines of the log, without what stands above and below them. */
const body = (app: OpenApp): readonly string[] => {
	const rows = app.rows();
	const {columns} = app.terminal.stream;
	const {head, foot} = logBody(app.scene.view(columns, rows.length), columns, rows.length - 3);
	return rows.slice(1 + head.length, rows.length - 2 - foot.length);
};

const texts = (app: OpenApp): readonly string[] =>
	body(app).map(row => row.replace(/^.{11}/, '').replace(/ *[│█]?$/, ''));

const traceback = [
	'Traceback (most recent call last):',
	'  File "/app/orders.py", line 88, in create',
	'    raise ValueError("bad")',
	'ValueError: bad',
];

/** Lines that belong together. */
const grouped = (scene: Scene, lines: readonly string[]): Scene => {
	say(scene, ...lines);
	return scene;
};

describe('a log that is held', () => {
	test('does not move by a row while a thousand lines come', async () => {
		const app = await openApp(logOf(...numbered(100)));
		await app.press('kkk');
		const before = body(app);
		expect(before.at(-3)).toMatch(/^▌ 10:00:00 line 98/);
		for (let burst = 0; burst < 10; burst++) say(app.scene, ...numbered(100));
		await app.idle();
		// The bar at the right tells how long the log is.
		expect(texts(app)).toEqual(before.map(row => row.replace(/^.{11}/, '').replace(/ *[│█]$/, '')));
		expect(app.lastFrame()).toContain('‖ HELD  +1,000 new (End)');
		await app.press('\u001b[F');
		expect(app.lastFrame()).toContain('▼ FOLLOW');
	});

	test('does not move when what is above it is no longer kept', async () => {
		const app = await openApp(logOf(...numbered(9990)));
		await app.press('g');
		await app.press('j'.repeat(15));
		const before = texts(app);
		expect(before[16]).toBe('line 16');
		say(app.scene, ...numbered(20));
		await app.idle();
		expect(texts(app).slice(12)).toEqual(before.slice(12));
		expect(body(app).some(row => row.includes('10 older lines are no longer kept'))).toBe(true);
		// And when it is gone itself the nearest is there.
		say(app.scene, ...numbered(20));
		await app.idle();
		expect(texts(app)[16]).toBe('line 31');
		expect(body(app)[15]).toContain('30 older lines are no longer kept');
	});

	test('stays on its line when the screen is resized', async () => {
		const app = await openApp(logOf(...numbered(50).map(line => `${line} ${'word '.repeat(30)}`)));
		await app.press('wkkkkk');
		const cursor = () => body(app).find(row => row.startsWith('▌'));
		expect(cursor()).toContain('line 46');
		for (const [columns, rows] of [
			[40, 15],
			[200, 60],
			[60, 16],
		] as const) {
			await app.resize(columns, rows);
			expect(cursor()).toContain('line 46');
		}
	});

	test('scrolls only as far as the cursor needs it', async () => {
		const app = await openApp(logOf(...numbered(50)));
		const rows = body(app).length;
		await app.press('k'.repeat(rows));
		expect(texts(app)[0]).toBe(`line ${51 - rows}`);
		await app.press('k');
		expect(texts(app)[0]).toBe(`line ${50 - rows}`);
		await app.press('jj');
		expect(texts(app)[0]).toBe(`line ${50 - rows}`);
	});

	test('pages leave a line to find the place again', async () => {
		const app = await openApp(logOf(...numbered(100)));
		const [first] = texts(app);
		await app.press('\u001b[5~');
		expect(texts(app).at(-1)).toBe(first);
		await app.press('\u001b[6~');
		expect(texts(app)[0]).toBe(first);
	});

	test('an entry higher than the screen is read row by row', async () => {
		const app = await openApp(logOf('before', 'x'.repeat(69 * 40)));
		await app.press('w');
		await app.press('k');
		expect(app.scene.state.logs.held?.row).toBeLessThan(-10);
		const held = app.scene.state.logs.held;
		await app.press('k');
		expect(app.scene.state.logs.held?.row).toBe((held?.row ?? 0) + 1);
		await app.press('k'.repeat(60));
		expect(texts(app)).toContain('before');
		await app.press('\u001b[6~\u001b[6~\u001b[6~');
		expect(app.lastFrame()).toContain('FOLLOW');
	});

	test('says at its top what was before', async () => {
		const app = await openApp(logOf(...numbered(50)));
		await app.press('g');
		expect(app.scene.asked).toEqual(['older']);
		expect(texts(app)[1]).toBe('line 1');
		app.scene.do({type: 'logs/older-changed', older: 'loading'});
		await app.idle();
		expect(body(app)[0]).toMatch(/^ ⋯ asking for older lines/);
		app.scene.do({type: 'logs/older-changed', older: 'none'});
		await app.idle();
		expect(body(app)[0]).toMatch(/^ ── beginning of the log ──/);
		expect(texts(app)[1]).toBe('line 1');
		app.scene.do({type: 'logs/older-changed', older: 'full'});
		await app.shows(' ── no room for older lines ──');
		app.scene.do({type: 'logs/older-changed', older: 'unreadable'});
		await app.shows(' ── older lines cannot be read ──');
		app.scene.do({type: 'logs/older-changed', older: 'window'});
		await app.shows(' were not asked for (S) ──');
	});

	test('a log that is shorter than the screen stays where it is', async () => {
		const app = await openApp(logOf('a', 'b', 'c'));
		await app.press('kkk');
		expect(texts(app).slice(0, 3)).toEqual(['a', 'b', 'c']);
		expect(body(app)[0]).toMatch(/^▌/);
	});
});

describe('long lines', () => {
	const long = `${'0123456789'.repeat(9)}END`;

	test('go on in rows of their own after w', async () => {
		const app = await openApp(logOf(long, 'next'));
		expect(texts(app).slice(0, 2)).toEqual([`${long.slice(0, 67)}…`, 'next']);
		await app.press('w');
		expect(texts(app).slice(0, 3)).toEqual([long.slice(0, 68), `  ${long.slice(68)}`, 'next']);
		await app.press('w');
		expect(texts(app)[1]).toBe('next');
	});

	test('move to the left by eight cells, with a sign at both ends', async () => {
		const app = await openApp(logOf(long, 'next'));
		await app.press('\u001b[C');
		expect(texts(app).slice(0, 2)).toEqual([`…${long.slice(9, 75)}…`, '…']);
		await app.press('\u001b[C\u001b[C\u001b[C\u001b[C');
		expect(texts(app)[0]).toBe(`…${long.slice(33)}`);
		await app.press('k');
		expect(texts(app)[0]).toBe(`…${long.slice(33)}`);
		await app.press('\u001b[D\u001b[D\u001b[D\u001b[D');
		expect(texts(app)[1]).toBe('next');
	});

	test('are never cut through a wide character or out of their colour', async () => {
		const app = await openApp(logOf(`a${'漢字'.repeat(30)}\u001b[31mred\u001b[0m`));
		await app.press('\u001b[C\u001b[C\u001b[C\u001b[C\u001b[C\u001b[C\u001b[C');
		expect(texts(app)[0]).toMatch(/^… ?(?:漢字|字漢)+.*red$/);
		const drawn = drawArea(app.scene, 'bottom', 80, 24);
		expect(drawn.spanOf('red').style?.colour).toEqual({kind: 'index', index: 1});
		await app.press('w');
		expect(texts(app)[1]).toMatch(/^ {2}[漢字]+red$/);
	});

	test('are laid out only where they are seen', () => {
		const scene = logOf(...Array.from({length: 2000}, () => 'x'.repeat(500)));
		const asked = vi.spyOn(LogSheet.prototype, 'at');
		scene.do({type: 'logs/looked', look: {wraps: true}});
		expect(drawArea(scene, 'bottom', 200, 60).texts).toHaveLength(57);
		expect(new Set(asked.mock.calls.map(([index]) => index)).size).toBeLessThan(60);
		asked.mockRestore();
	});
});

describe('an entry of several lines', () => {
	const told = (): Scene =>
		grouped(logOf('before'), traceback).do({type: 'clock/ticked', atMillis: startMillis});

	test('is folded to the first and the one that tells, Space unfolds it', async () => {
		const app = await openApp(told());
		const folded = 'Traceback (most recent call last): ▸ +3 lines  ValueError: bad';
		expect(texts(app).slice(0, 2)).toEqual(['before', folded]);
		expect(app.cellOf('ValueError').foreground).toBe('#f47b68');
		await app.press('k ');
		expect(texts(app).slice(1, 5)).toEqual([`${traceback[0]} ▾`, ...traceback.slice(1)]);
		expect(body(app)[2]).toMatch(/^▌ {12}File/);
		await app.press(' ');
		expect(texts(app)[1]).toBe(folded);
	});

	test('all of them unfold with +, and one more key turns one back', async () => {
		const app = await openApp(grouped(told(), traceback));
		await app.press('+');
		expect(texts(app).filter(text => text.startsWith('Traceback'))).toHaveLength(2);
		expect(texts(app).filter(text => text.startsWith('ValueError'))).toHaveLength(2);
		await app.press('k ');
		expect(texts(app).filter(text => text.startsWith('ValueError'))).toHaveLength(1);
	});

	test('that is unfolded at the end of the screen scrolls into sight', async () => {
		const app = await openApp(grouped(logOf(...numbered(50)), traceback));
		await app.press('k ');
		expect(texts(app).at(-1)).toBe('ValueError: bad');
		say(app.scene, ...numbered(10));
		await app.idle();
		expect(texts(app).at(-1)).toBe('ValueError: bad');
	});

	test('tells that a hit is hidden in it', async () => {
		const app = await openApp(told().do({type: 'logs/searched', search: parsePattern('orders')}));
		expect(app.cellOf('+3 lines').isReverse).toBe(true);
	});

	test('grows while it is shown', async () => {
		const scene = told();
		const app = await openApp(scene);
		say(scene, '  and more');
		await app.idle();
		expect(texts(app)[1]).toContain('▸ +4 lines');
	});
});

describe('JSON', () => {
	const json = '{"time":"x","level":"warn","msg":"pool exhausted","used":20,"by":"web"}';

	test('is laid out after J: level, message, fields', async () => {
		const app = await openApp(logOf(json, 'plain'));
		expect(texts(app)[0]).toContain('{"time"');
		await app.press('J');
		expect(texts(app).slice(0, 2)).toEqual(['WARN  pool exhausted  used=20  by=web', 'plain']);
		expect(app.cellOf('WARN').foreground).toBe('#f0d93a');
		expect(app.cellOf('used=').foreground).toBe('#8b96a3');
	});

	test('without a message begins with its fields', async () => {
		const app = await openApp(logOf('{"ms":48,"user":{"id":17}}'));
		await app.press('J');
		expect(texts(app)[0]).toBe('ms=48  user.id=17');
	});

	test('has a row for each field after Space', async () => {
		const app = await openApp(logOf(json, 'plain'));
		await app.press('Jkk ');
		expect(texts(app).slice(0, 4)).toEqual([
			'WARN  pool exhausted',
			'  used=20',
			'  by=web',
			'plain',
		]);
	});
});

describe('raw', () => {
	test('shows control bytes and obeys nothing', async () => {
		const app = await openApp(logOf('\u001b[31mred\u001b[0m\tand\u0007 10%\r20%'));
		expect(texts(app)[0]).toMatch(/^20%/);
		await app.press('R');
		expect(texts(app)[0]).toBe('␛[31mred␛[0m␉and␇ 10%␍20%');
		expect(app.cellOf('red').foreground).not.toBe('#cd0000');
	});

	test('is plain where there is only ASCII', async () => {
		const app = await openApp(logOf('\u001b[31mred\u001b[0m'), {isAscii: true});
		await app.press('R');
		expect(app.lastFrame()).toContain('^[[31mred^[[0m');
	});
});

describe('the time', () => {
	test('goes through local, UTC, how long ago, and off', async () => {
		const scene = logOf('line');
		const app = await openApp(scene.wait(90_000));
		const first = () => body(app)[0];
		expect(first()).toMatch(/^ {2}10:00:00 line/);
		await app.press('t');
		expect(first()).toMatch(/^ {2}10:00:00Z line/);
		await app.press('t');
		expect(first()).toMatch(/^ {4}1m line/);
		scene.wait(3_600_000).do({type: 'frame/focused', pane: 'logs'});
		await app.idle();
		expect(first()).toMatch(/^ {4}1h line/);
		await app.press('t');
		expect(first()).toMatch(/^ {2}line/);
	});

	test.each([
		[40, '10:00 line'],
		[80, '10:00:00 line'],
		[120, '10:00:00.000 line'],
	])('has as much of it as %i columns have room for', async (columns, start) => {
		const app = await openApp(logOf('line'), {columns});
		expect(body(app)[0]?.trimStart()).toMatch(new RegExp(`^${start}`));
	});
});

test('a hit of the search is reversed, also without colours', async () => {
	const scene = logOf('GET /orders 500').do({
		...{type: 'logs/searched', search: parsePattern('orders')},
	});
	for (const level of ['24', 'mono'] as const) {
		const app = await openApp(scene, {level});
		expect(app.cellOf('orders 500').isReverse).toBe(true);
		expect(app.cellOf('GET').isReverse).toBe(false);
		app.unmount();
	}
});

test('marks are seen, also under the cursor', async () => {
	const app = await openApp(logOf(...numbered(5)));
	await app.press('kkMk');
	expect(body(app)[3]).toMatch(/^◆ 10/);
	expect(body(app)[2]).toMatch(/^▌ 10/);
	await app.press("'");
	expect(body(app)[3]).toMatch(/^◆ 10/);
	expect(app.cellOf('◆').background).toBeDefined();
});

describe('Enter on an entry that is held', () => {
	const json = '{"level":"warn","msg":"pool exhausted","nested":{"ids":[1,12345678901234567890]}}';

	test('opens it in full, and Esc goes back to where it was', async () => {
		const app = await openApp(logOf('before', json));
		await app.press('k\r');
		expect(app.lastFrame()).toContain('time 2026-11-23 10:00:00.000 UTC');
		expect(app.lastFrame()).toContain('stream stdout');
		expect(app.rows().map(row => row.replaceAll(/[│█]/g, '').trim())).toEqual(
			expect.arrayContaining(['"nested": {', '12345678901234567890']),
		);
		await app.press('\u001b');
		await app.hides('stream stdout');
		expect(app.scene.state.logs.held?.seq).toBe(app.scene.logs.lastSeq);
	});

	test('shows all of a long one, by scrolling', async () => {
		const app = await openApp(logOf(`${'word '.repeat(2000)}END`));
		await app.press('k\r');
		expect(app.lastFrame()).toMatch(/▴▾ 1-20 of \d+/);
		expect(app.lastFrame()).toContain('10,003 characters');
		await app.press(' '.repeat(40));
		expect(app.lastFrame()).toContain('END');
	});

	test('stays open when the buffer drops it', async () => {
		const app = await openApp(logOf('the one', ...numbered(10)));
		await app.press('g\r');
		say(app.scene, ...numbered(10_100));
		await app.idle();
		expect(app.lastFrame()).toContain('the one');
	});
});

describe('going to a time', () => {
	test('is typed in a line of its own', async () => {
		const app = await openApp(logOf(...numbered(5)));
		await app.press('\u0007');
		expect(app.lastFrame()).toContain(' go to _');
		await app.press('09:30');
		expect(app.lastFrame()).toContain(' go to 09:30_');
		await app.press('\r');
		expect(app.lastFrame()).toContain('the lines that are kept begin at 10:00:00');
		expect(body(app)[0]).toMatch(/^▌/);
	});
});
