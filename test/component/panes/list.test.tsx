import {describe, expect, test} from 'vitest';
import {formatBytes} from '../../../source/format/bytes.ts';
import {lineWidth} from '../../../source/format/line.ts';
import {formatPercent} from '../../../source/format/percent.ts';
import type {Line} from '../../../source/format/span.ts';
import {displayName} from '../../../source/model/container-facts.ts';
import type {Grouping} from '../../../source/model/grouping.ts';
import type {ContainerUsage} from '../../../source/model/stats-sample.ts';
import {columns} from '../../../source/view/panes/list/columns.ts';
import {keyOf, startMillis} from '../../helpers/builders.ts';
import {drawArea} from '../../helpers/drawn-area.ts';
import {type Scene, type SceneName, scenes} from '../../helpers/view-states.ts';
import {hostileName, longName, richUsages, richWorld} from '../../helpers/view-world.ts';

const textOf = (line: Line): string => line.map(({text}) => text).join('');

const sizes = [
	[24, 8],
	[40, 15],
	[60, 16],
	[80, 24],
	[100, 30],
	[120, 40],
	[160, 45],
	[200, 60],
] as const;

const ready = scenes.ready();
const everyScene = Object.values(scenes).map(make => make());

/** All containers on one screen, however small: scrolled page by page. */
const allRows = (columns: number, rows: number): readonly string[] =>
	richWorld.flatMap(({name}) => {
		const drawn = drawArea(ready.select(name), 'list', columns, rows);
		return drawn.texts.filter(text => /^│?▌/.test(text));
	});

describe.each(sizes)('at %i by %i', (columns, rows) => {
	test('every row tells state, health, CPU and memory', () => {
		const usages = richUsages(startMillis);
		const shown = allRows(columns, rows);
		expect(shown).toHaveLength(richWorld.length);
		for (const [index, {name}] of richWorld.entries()) {
			const usage = usages.get(name);
			const cpu = formatPercent(usage?.cpuPercent);
			const memory = formatBytes(usage?.sample.memoryUsedBytes);
			// Bars, curves and blanks may stand between the two.
			expect(shown[index]).toMatch(new RegExp(` ${cpu} .*${memory}(?: |│|$)`));
			expect(shown[index]).toMatch(/▌[●‖↻◇○✗] [✓◌✗·] /);
		}
	});

	test('lines fit, and there are no more than rows', () => {
		for (const scene of everyScene) {
			const drawn = drawArea(scene, 'list', columns, rows);
			expect(drawn.lines.length).toBeLessThanOrEqual(drawn.height);
			for (const line of drawn.lines) expect(lineWidth(line)).toBeLessThanOrEqual(drawn.width);
		}
	});

	test('the end of a long list can be seen, with the selection in it', () => {
		const scene = scenes.crowd().select('project-24-web-9-1');
		const drawn = drawArea(scene, 'list', columns, rows);
		expect(drawn.text).toMatch(/^│?▌● · web-9 /m);
	});
});

test('a name gives way to its exit code and its restarts', () => {
	const drawn = drawArea(scenes.restarting(), 'list', 32, 15);
	expect(drawn.textWith('cron')).toMatch(/cron ×17 \(1\) +– +–$/);
	expect(drawn.textWith('report')).toContain('report (137)');
	expect(drawn.tokenOf('×17')).toBe('warn');
	expect(drawn.tokenOf('(137)')).toBe('err');
});

test('a cut name says so', () => {
	const drawn = drawArea(scenes.hostile(), 'list', 80, 24);
	expect(drawn.texts.some(text => text.includes(longName))).toBe(false);
	expect(drawn.text).toMatch(/a-service-whose-…/);
});

test.each<[name: string, mark: string, token: string | undefined, health: string]>([
	['api-1', '●', 'ok', '✓'],
	['web', '●', 'ok', '◌'],
	['mailer', '●', 'ok', '✗'],
	['cron', '↻', 'warn', '·'],
	['report', '✗', 'err', '·'],
	['locust', '‖', 'pause', '·'],
	['grafana', '◇', 'info', '·'],
	['seed', '○', 'muted', '·'],
])('%s has the sign %s', (name, mark, token, health) => {
	const container = richWorld.find(each => displayName(each, each.name.includes('api')) === name);
	const drawn = drawArea(ready.select(container?.name ?? name), 'list', 200, 60);
	const line = drawn.lineWith(name).filter(span => span.text.trim() !== '' && span.text !== '│');
	expect(line[1]).toMatchObject({text: mark, style: {token}});
	expect(line[2]).toMatchObject({text: health});
});

test('health has its colours', () => {
	const drawn = drawArea(scenes.ready(), 'list', 200, 60);
	const healthOf = (name: string) =>
		drawn.lineWith(name).find(span => ['✓', '◌', '✗'].includes(span.text))?.style?.token;
	expect([healthOf('postgres'), healthOf(' web'), healthOf('mailer')]).toEqual([
		'ok',
		'warn',
		'err',
	]);
});

describe('what is not known', () => {
	test('is a dash, in figures and totals', () => {
		const drawn = drawArea(scenes.unmeasured(), 'list', 120, 40);
		for (const name of ['ledger', 'mailer', '▾ shop']) {
			expect(drawn.textWith(name)).toMatch(/ – .* – /);
			expect(drawn.textWith(name)).not.toMatch(/ 0\.0| 0B/);
		}
	});

	test('a total adds up what is known of its containers', () => {
		const drawn = drawArea(scenes.ready(), 'list', 120, 40);
		expect(drawn.textWith('▾ shop')).toMatch(/86\.8 +1\.9G/);
		expect(drawn.textWith('▾ api')).toMatch(/2\/2 up +83\.5 +1\.0G/);
	});
});

describe('the selection', () => {
	test('is a bar and a background over the whole row, and nowhere else', () => {
		const drawn = drawArea(scenes.ready(), 'list', 80, 24);
		const [selected, ...others] = [...drawn.lines].sort(
			(a, b) => Number(b.some(isSelected)) - Number(a.some(isSelected)),
		);
		expect(selected?.every(isSelected)).toBe(true);
		expect(lineWidth(selected ?? [])).toBe(80);
		expect(others.some(line => line.some(isSelected))).toBe(false);
		expect(drawn.textWith('▌')).toContain('api-1');
	});

	test.each<[SceneName, string]>([
		['heading', '▌▾ shop'],
		['service', '▌  ▾ api'],
		['folded', '▌▸ shop'],
	])('can stand on a heading: %s', (scene, text) => {
		expect(drawArea(scenes[scene](), 'list', 80, 24).text).toContain(text);
	});
});

const isSelected = (span: {readonly isSelected?: boolean}): boolean => span.isSelected === true;

test('a folded project hides its containers and keeps its totals', () => {
	const drawn = drawArea(scenes.folded(), 'list', 80, 24);
	expect(drawn.text).not.toContain('mailer');
	expect(drawn.textWith('shop')).toMatch(/5\/5 up +86\.8 +1\.9G/);
});

test.each([
	[200, 60, 'NAME CPU %▾ LAST 60s MEM LIMIT RX/s TX/s UP PORTS'],
	[120, 40, 'NAME CPU %▾ LAST 60s MEM UP'],
	[80, 24, 'NAME CPU %▾ LAST 60s MEM LIMIT UP PORTS'],
	[76, 24, 'NAME CPU %▾ LAST 60s MEM LIMIT UP'],
	[68, 24, 'NAME CPU %▾ LAST 60s MEM UP'],
	[60, 24, 'NAME CPU %▾ MEM UP'],
])('%i columns have room for %s', (columns, rows, headers) => {
	const header = drawArea(ready, 'list', columns, rows).textWith('NAME');
	expect(header.replaceAll('│', '').trim().replaceAll(/\s+/g, ' ')).toBe(headers);
});

test('the column that is sorted by carries an arrow', () => {
	const drawn = drawArea(scenes.ready(), 'list', 80, 24);
	expect(drawn.textWith('NAME')).toContain('%▾');
	expect(drawn.tokenOf('%▾')).toBe('accent');
	const byName = scenes.ready().do({
		type: 'list/sorted',
		sort: {field: 'name', descending: false},
		atMillis: startMillis,
	});
	expect(drawArea(byName, 'list', 80, 24).text).toContain('NAME▴');
});

describe('columns', () => {
	const chosen = (...ids: readonly string[]): Scene =>
		scenes.ready().do({type: 'list/columns-chosen', columns: ids.map(id => ({id}))});

	test('each of them, in the order that was chosen', () => {
		const drawn = drawArea(chosen(...columns.map(({id}) => id)), 'list', 420, 60);
		const headers = drawn.textWith('NAME').replaceAll('│', '').trim().replaceAll(/\s+/g, ' ');
		expect(headers).toBe(
			'NAME CPU %▾ LAST 60s MEM LIMIT MEM% RX/s TX/s RD/s WR/s PIDS RST EXIT STATE HEALTH UP PORTS IMAGE PROJECT HOST',
		);
	});

	test('tell what there is to tell', () => {
		const row = (name: string, ...ids: readonly string[]): string =>
			drawArea(chosen('name', ...ids), 'list', 300, 60)
				.textWith(name)
				.replaceAll(/[│▌]/g, '')
				.trim()
				.replaceAll(/\s+/g, ' ');
		expect(row('report', 'exit', 'state', 'health', 'project')).toBe(
			'✗ · report (137) 137 exited – billing',
		);
		expect(row('mailer', 'exit', 'state', 'health', 'host')).toBe(
			'● ✗ mailer – running unhealthy prod-1',
		);
		expect(row('cron', 'restarts', 'pids', 'memoryShare', 'read')).toBe(
			'↻ · cron ×17 (1) 17 – – –',
		);
		expect(row('api-1', 'memoryShare', 'image')).toBe('● ✓ api-1 40.2 shop/api:1.8.2');
	});

	test('of an image the end, where there is no room for the registry', () => {
		const choice = [{id: 'name'}, {id: 'image', width: 15}];
		const scene = scenes.ready().do({type: 'list/columns-chosen', columns: choice});
		expect(drawArea(scene, 'list', 300, 60).textWith('api-1')).toContain(' shop/api:1.8.2');
	});

	test('a heading adds up what can be added up', () => {
		const drawn = drawArea(chosen('name', 'memory', 'rx', 'pids', 'memoryShare'), 'list', 200, 60);
		expect(drawn.textWith('▾ shop')).toMatch(/5\/5 up +1\.9G +\S+ +\S+[ │]*$/);
	});

	test('a figure at the left takes no heading away', () => {
		const drawn = drawArea(chosen('cpu', 'name', 'memory'), 'list', 80, 24);
		expect(drawn.textWith('▾ shop')).toMatch(/▾ shop {2}5\/5 up +1\.9G$/);
	});
});

describe('an empty list says why', () => {
	test.each<[SceneName, RegExp]>([
		['loading', /⋯ asking the engine$/m],
		['empty', /no containers on this engine yet/],
		['nothingFound', /nothing matches no-such-thing; Esc shows all again/],
		['refused', /^\s*(?:NAME.*)?\s*$/],
	])('%s', (scene, reason) => {
		expect(drawArea(scenes[scene](), 'list', 80, 24).text).toMatch(reason);
	});

	test('a slow engine is waited for in seconds', () => {
		expect(drawArea(scenes.loading().wait(3200), 'list', 80, 24).text).toContain(
			'asking the engine 3 s',
		);
	});

	test('also where one line is too short', () => {
		const drawn = drawArea(scenes.nothingFound(), 'list', 40, 15);
		expect(drawn.text.replaceAll(/\s+/g, ' ')).toContain('Esc shows all again');
	});
});

describe('lost engine', () => {
	test('figures are weak, names and signs are not', () => {
		const drawn = drawArea(scenes.stale(), 'list', 120, 40);
		const row = drawn.lineWith('api-1');
		const styleOf = (text: string) => row.find(span => span.text.includes(text))?.style?.token;
		expect([styleOf('62.1'), styleOf('412M'), styleOf('3h12m'), styleOf('▇')]).toEqual(
			new Array(4).fill('dim'),
		);
		expect(styleOf('api-1')).toBeUndefined();
		expect(styleOf('●')).toBe('ok');
	});

	test('nobody knows whether it still runs, so its uptime stands still', () => {
		const before = drawArea(scenes.ready(), 'list', 80, 24).textWith(' web');
		expect(before).toContain('00:41');
		expect(drawArea(scenes.stale(), 'list', 80, 24).textWith(' web')).toContain('00:41');
	});
});

test('what is being done stands in its row', () => {
	const drawn = drawArea(scenes.busy(), 'list', 80, 24);
	expect(drawn.textWith('api-2')).toMatch(/● ⋯ .* stopping/);
	expect(drawn.textWith(' web')).toMatch(/● ⋯ .* checking/);
	expect(drawn.tokenOf('stopping')).toBe('warn');
});

test('of many ports the first and how many more', () => {
	const columns = ['name', 'cpu', 'memory', 'ports'].map(id => ({id}));
	const scene = scenes.hostile().do({type: 'list/columns-chosen', columns});
	const drawn = drawArea(scene, 'list', 200, 60);
	expect(drawn.textWith('api-1')).toContain('8001→8000');
	expect(drawn.textWith(' web')).toContain('443 80 9443');
	expect(drawn.textWith('evil')).toMatch(/7000 7001 \+18/);
	expect(drawArea(scenes.ready(), 'list', 80, 24).textWith(' web')).toMatch(/443 \+2$/);
});

test('a hostile name is letters and no more', () => {
	const drawn = drawArea(scenes.hostile(), 'list', 200, 60);
	expect(drawn.text).toContain('evilred');
	expect(drawn.text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
	expect(drawn.text).not.toContain(hostileName);
});

describe('the edge of the list', () => {
	test('tells how many are shown, of how many, and which part', () => {
		const drawn = drawArea(scenes.ready(), 'list', 120, 40);
		expect(drawn.texts[0]).toMatch(/^╭─ containers 15\/15 ─+ sort cpu ▾ ─╮$/);
		expect(drawn.texts.at(-1)).toMatch(/^╰─+╴1-14 of 20╶─╯$/);
		const filtered = drawArea(scenes.nothingFound(), 'list', 120, 40);
		expect(filtered.texts[0]).toMatch(/containers 0\/15 .* filter: no-such-thing \(0 of 15\) Esc/);
		const long = scenes.ready().do({type: 'list/filtered', text: `shop ${'!redis '.repeat(20)}`});
		expect(drawArea(long, 'list', 120, 40).texts[0]).toMatch(/filter: shop.*… \(5 of 15\) Esc ─╮$/);
		expect(drawArea(long, 'summary', 80, 24).text).toMatch(/filter: shop.*… \(5 of 15\) Esc$/);
	});

	test('on the smallest screens the count stays, and the way out goes', () => {
		const filtered = scenes.ready().do({type: 'list/filtered', text: 'status:running cpu<50'});
		expect(drawArea(filtered, 'summary', 40, 15).text).toMatch(/ filter: statu… \(8 of 15\)$/);
	});

	test('says what the list is divided by, where that is not the project', () => {
		const by = (grouping: Grouping) =>
			drawArea(scenes.ready().do({type: 'list/grouped', grouping}), 'list', 120, 40).texts[0];
		expect(by({kind: 'network'})).toMatch(/ by network {2}sort cpu ▾ ─╮$/);
		expect(by({kind: 'label', label: 'team'})).toMatch(/ by team {2}sort cpu ▾ ─╮$/);
		expect(by({kind: 'none'})).toMatch(/ flat {2}sort cpu ▾ ─╮$/);
	});

	test('a filter that cannot be read is an error, cut where it is long', () => {
		const drawn = drawArea(scenes.badFilter(), 'list', 120, 40);
		expect(drawn.texts[0]).toMatch(/filter: Invalid regular expression.*… ─╮$/);
		expect(drawn.tokenOf('filter: ')).toBe('err');
	});

	test('that stopped ones are hidden is said', () => {
		expect(drawArea(scenes.runningOnly(), 'list', 120, 40).texts[0]).toContain('running only');
		expect(drawArea(scenes.runningOnly(), 'summary', 80, 24).text).toContain('running only');
	});
});

test('what is marked has a sign and not only a colour; a heading and the status line count it', () => {
	const marked = scenes.ready().do({
		...{type: 'list/marked', keys: ['shop-api-1', 'shop-web-1'].map(keyOf)},
	});
	const drawn = drawArea(marked, 'list', 120, 40);
	expect(drawn.textWith(' ◌◆web')).toContain('●');
	expect(drawn.textWith('api-1')).toContain('▌● ✓◆');
	expect(drawn.textWith('shop  5/5 up')).toContain('shop  5/5 up  ◆2');
	expect(drawn.textWith('◆1')).toContain('api  2/2 up  ◆1');
	expect(drawn.tokenOf('◆')).toBe('pause');
	expect(drawArea(marked, 'status', 120, 40).text).toContain('◆ 2 marked (l logs, Esc)');
	expect(drawArea(marked, 'selection', 40, 15).text).toContain('◆ 2');
	expect(drawArea(marked, 'list', 80, 24, true).text).toContain('*web');
});

test('a row is drawn again only when it says something else', () => {
	const scene = scenes.ready();
	const row = (): Line => drawArea(scene, 'list', 200, 60).lineWith('mailer');
	const sample = (change: Partial<ContainerUsage>): Scene => {
		const usages = [...richUsages(scene.nowMillis)];
		return scene.do({
			type: 'stats/sampled',
			usages: usages.map(([name, usage]) => [keyOf(name), {...usage, ...change}]),
		});
	};
	const before = row();
	sample({});
	expect(row()).toBe(before);
	sample({cpuPercent: 98.7});
	expect(textOf(row())).toContain(' 98.7 ');
	scene.wait(60_000);
	expect(textOf(row())).not.toBe(textOf(before));
	expect(row().find(({text}) => text.includes('98.7'))?.style?.token).toBe('dim');
});
