import {describe, expect, test} from 'vitest';
import {lineWidth} from '../../../source/format/line.ts';
import {views, viewTitles} from '../../../source/store/views.ts';
import {anEndpoint, anEngine, ofProject, startMillis} from '../../helpers/builders.ts';
import {drawArea} from '../../helpers/drawn-area.ts';
import {Mouse} from '../../helpers/mouse.ts';
import {Scene, scenes} from '../../helpers/view-states.ts';
import {aHostSample} from '../../helpers/view-world.ts';

const ready = scenes.ready();

const at = (endpoint: Partial<typeof anEndpoint>): Scene =>
	scenes
		.ready()
		.do(
			{type: 'endpoint/chosen', endpoint: {...anEndpoint, ...endpoint}, atMillis: startMillis},
			{type: 'host/sampled', sample: aHostSample(startMillis)},
		);

describe('which engine it is', () => {
	test.each([
		[40, 15, /^ dockmon ▸ prod-1 +cpu 34% mem 39%$/],
		[60, 16, /^ dockmon ▸ prod-1 {2}1 list 2 3 4 5 6 7 +cpu 34% mem 39%$/],
		[80, 24, /^ dockmon ▸ prod-1 {2}1 list 2 3 4 5 6 7 .* 34% {2}mem 12\.1G\/31\.3G$/],
		[99, 24, /^ dockmon ▸ prod-1 {2}1 list 2 3 4 5 6 7 .* 34% {2}mem █.* 12\.1G\/31\.3G$/],
		[100, 30, /^ dockmon ▸ prod-1 {2}1 list 2 3 4 5 6 7 .*●10 ✓4 .* 10:00:00$/],
		[200, 60, /^ dockmon ▸ prod-1 {2}1 containers .*● 10 run .* 10:00:00$/],
		[250, 60, /7 files {2}docker 27\.3\.1 /],
	])('%i by %i', (columns, rows, text) => {
		expect(drawArea(ready, 'header', columns, rows).text).toMatch(text);
	});

	test.each([40, 80, 120])('that it is read-only is said beside it, %i columns wide', columns => {
		const scene = new Scene({isReadOnly: true});
		expect(drawArea(scene, 'header', columns, 24).text).toMatch(/^ dockmon read-only ▸ /);
		expect(drawArea(ready, 'header', columns, 24).text).not.toContain('read-only');
	});

	test.each([80, 120, 200])('what a proxy forbids is named, %i columns wide', columns => {
		const scene = scenes
			.ready()
			.do(
				{type: 'connection/restricted', part: 'info'},
				{type: 'connection/restricted', part: 'events'},
			);
		const drawn = drawArea(scene, 'header', columns, 24);
		expect(drawn.text).toContain('forbidden: info events');
		expect(drawn.tokenOf('forbidden: info events')).toBe('warn');
		expect(drawArea(ready, 'header', columns, 24).text).not.toContain('forbidden');
	});

	test('a source that is not the default is named', () => {
		const scene = at({url: 'tcp://10.0.0.7:2375', source: 'DOCKER_HOST'});
		expect(drawArea(scene, 'header', 120, 40).text).toContain('tcp://10.0.0.7:2375');
		const context = at({url: 'ssh://me@far', source: 'current context', context: 'far'});
		expect(drawArea(context, 'header', 40, 15).text).toContain('▸ far');
	});

	test('Podman is called by its name', () => {
		const info = {...anEngine, name: 'prod-1', product: 'podman', version: '4.3.1'} as const;
		const scene = scenes
			.ready()
			.do({type: 'connection/opened', engine: info, atMillis: startMillis});
		expect(drawArea(scene, 'header', 250, 60).text).toMatch(/podman 4\.3\.1 /);
	});

	test('the demo is never mistaken for an engine', () => {
		const drawn = drawArea(at({isDemo: true, url: 'demo', source: 'demo'}), 'header', 80, 24);
		expect(drawn.text).toContain('DEMO');
		expect(drawn.spanOf('DEMO').style).toEqual({token: 'warn', reverse: true});
	});

	test('before it has answered, its address', () => {
		const drawn = drawArea(scenes.loading(), 'header', 120, 40);
		expect(drawn.text).toMatch(/^ dockmon ▸ unix:\/\/\/var\/run\/docker\.sock .* 10:00:00$/);
	});
});

describe('where one is', () => {
	const inLog = (): Scene => scenes.ready().do({type: 'frame/focused', pane: 'logs'});
	const header = (scene: Scene, columns: number, rows: number): string =>
		drawArea(scene, 'header', columns, rows).text;

	test('the list says itself what is selected', () => {
		expect(header(ready, 120, 40)).toMatch(/^ dockmon ▸ prod-1 {2}1 list 2 stats 3 problems /);
	});

	test.each([
		[40, 15, /^ dockmon ▸ prod-1 +cpu 34% mem 39%$/],
		[80, 24, /^ dockmon ▸ prod-1 {2}1 list 2 .* 7 +▸ shop ▸ api-1 ▸ logs {2}.*cpu 34% mem 39%$/],
		[
			160,
			45,
			/^ dockmon ▸ prod-1 {2}1 (?:list|containers) .* 7 files {2}▸ shop ▸ api-1 ▸ logs {2}.*10:00:00$/,
		],
		[200, 60, /^ dockmon ▸ prod-1 {2}1 containers .* 7 files {2}▸ shop ▸ api-1 ▸ logs /],
	])('the way into a log, as far as there is room: %i by %i', (columns, rows, text) => {
		expect(header(inLog(), columns, rows)).toMatch(text);
	});

	test('of what was opened, whatever is selected then', () => {
		const scene = inLog();
		scene.do({type: 'logs/pinned', target: {kind: 'project', project: 'billing'}});
		expect(header(scene, 160, 45)).toContain('7 files  ▸ billing ▸ logs ');
		scene.do({type: 'frame/tab-chosen', tab: 'stats'});
		expect(header(scene, 160, 45)).toContain('7 files  ▸ shop ▸ api-1 ▸ stats ');
	});

	test('the screens are listed where there is room, unless there is only one', () => {
		const drawn = drawArea(scenes.ready(), 'header', 250, 60);
		const all = views.map((id, index) => `${index + 1} ${viewTitles[id]}`);
		if (views.length > 1) expect(drawn.text).toContain(` ${all.join(' ')} `);
		else expect(drawn.text).not.toContain(all[0]);
		expect(header(scenes.ready(), 80, 24)).not.toContain('1 containers');
	});

	test('the screens are worth more than the words of counts and the usual address, not than another', () => {
		const list = '1 list 2 stats 3 problems 4 events 5 host 6 projects 7 files ';
		expect(header(scenes.ready(), 120, 40)).toContain(`${list} `);
		expect(header(at({url: 'tcp://10.0.0.7:2375', source: 'DOCKER_HOST'}), 120, 40)).toContain(
			'tcp://10.0.0.7:2375',
		);
	});

	test('of a screen its name tells where one is, on small terminals the way', () => {
		const scene = scenes.ready().do({type: 'frame/view-chosen', view: 'events'});
		expect(header(scene, 120, 40)).toMatch(/^ dockmon ▸ prod-1 {2}1 list .*4 events /);
		expect(header(scene, 80, 24)).toMatch(/^ dockmon ▸ prod-1 {2}1 2 3 4 events 5 6 7 /);
		expect(header(scene, 50, 15)).toMatch(/^ dockmon ▸ prod-1 {2}▸ events /);
	});

	test.each([
		[80, 24],
		[120, 40],
		[200, 60],
	])('no screen and no pane moves the names of the screens: %i by %i', (columns, rows) => {
		const start = header(ready, columns, rows).indexOf('1 ');
		const end = header(ready, columns, rows).indexOf('7');
		for (const view of views) {
			const text = header(scenes.ready().do({type: 'frame/view-chosen', view}), columns, rows);
			expect(text.indexOf('1 ')).toBe(start);
			// With numbers alone the name of the one that is shown is among them.
			if (columns > 80) expect(text.indexOf('7')).toBe(end);
		}
		expect(header(inLog(), columns, rows).slice(0, end)).toBe(
			header(ready, columns, rows).slice(0, end),
		);
	});

	test('of what is wrong a kind more or less changes no name', () => {
		const few = scenes.empty();
		expect(header(few, 120, 40)).toContain('1 list 2 stats 3 problems ');
	});

	test('a click on a screen goes there', () => {
		const mouse = new Mouse(scenes.ready(), 120, 40);
		expect(mouse.click('4 events').scene.state.frame.view).toBe('events');
		expect(mouse.click('1 list').scene.state.frame.view).toBe('dashboard');
		const small = new Mouse(scenes.ready(), 80, 24);
		expect(small.click(' 6 7').scene.state.frame.view).toBe('files');
	});

	test('a long name is cut, and the rest of the way stays', () => {
		const scene = scenes.hostile().do({type: 'frame/focused', pane: 'logs'});
		expect(header(scene, 160, 40)).toMatch(/7 files {2}▸ .{1,24} ▸ logs /);
	});
});

describe('how many there are', () => {
	test('in words where there is room, then the two crosses apart, then as one', () => {
		const counts = (columns: number, rows: number): string =>
			drawArea(ready, columns < 100 ? 'summary' : 'header', columns, rows).text;
		expect(counts(250, 60)).toContain(
			'● 10 run  ✓ 4  ◌ 1 starting  ✗ 1 unhealthy  ↻ 1 restarting  ‖ 1 paused  ✗ 1 failed  ○ 1 exited  ◇ 1 created',
		);
		expect(counts(80, 24)).toContain(
			'● 10 run  ✓ 4  ◌ 1  ✗ 1 unhealthy  ↻ 1  ‖ 1  ✗ 1 failed  ○ 1  ◇ 1',
		);
		expect(counts(40, 15)).toContain('●10 ✓4 ◌1 ✗2 ↻1 ‖1 ○1 ◇1');
	});

	test('every count has the colour of its state', () => {
		const drawn = drawArea(ready, 'summary', 80, 24);
		const signs = ['●', '✓', '◌', '✗', '↻', '‖', '○', '◇'];
		expect(signs.map(sign => drawn.tokenOf(sign))).toEqual([
			'ok',
			'ok',
			'warn',
			'err',
			'warn',
			'pause',
			'muted',
			'info',
		]);
	});

	test('nobody knows before the engine has answered', () => {
		expect(drawArea(scenes.loading(), 'summary', 80, 24).text).not.toMatch(/0/);
		expect(drawArea(scenes.empty(), 'summary', 80, 24).text).toContain('● 0 run');
	});

	test('they stay in sight beside a long filter', () => {
		const drawn = drawArea(scenes.badFilter(), 'summary', 80, 24);
		expect(drawn.text).toMatch(/●10 .*◇1 +filter: Invalid.*…$/);
	});

	test('the sign for the order is the one of the list', () => {
		const byName = scenes.empty().do({
			...{type: 'list/sorted', sort: {field: 'name', descending: false}, atMillis: startMillis},
		});
		expect(drawArea(byName, 'summary', 80, 24).text).toMatch(/sort name ▴$/);
	});
});

describe('what the machine does', () => {
	test('unknown is a dash and never 0', () => {
		for (const [columns, rows] of [
			[40, 15],
			[80, 24],
			[120, 28],
		] as const) {
			const {text} = drawArea(scenes.unmeasured(), 'header', columns, rows);
			expect(text).toMatch(/cpu – +mem –/);
			expect(text).not.toMatch(/ 0%| 0B/);
		}
	});

	test('is in the line exactly where no charts show it', () => {
		expect(drawArea(ready, 'header', 120, 28).text).toContain('cpu 34% mem 39%');
		expect(drawArea(ready, 'header', 120, 40).text).not.toContain('cpu');
		const zoomed = scenes
			.ready()
			.do({type: 'frame/focused', pane: 'logs'}, {type: 'frame/zoomed', zoomed: true});
		expect(drawArea(zoomed, 'header', 120, 40).text).toContain('cpu 34% mem 39%');
	});

	test('much of it stands out, old figures do not', () => {
		const busy = scenes.ready().do({
			...{type: 'host/sampled', sample: {...aHostSample(startMillis), cpuPercent: 97}},
		});
		expect(drawArea(busy, 'header', 80, 24).tokenOf('97%')).toBe('err');
		expect(drawArea(ready, 'header', 80, 24).tokenOf('34%')).toBeUndefined();
		expect(drawArea(scenes.stale(), 'header', 80, 24).tokenOf('34%')).toBe('dim');
	});
});

test('one line, never wider than the screen', () => {
	const scene = at({url: `tcp://${'long.'.repeat(60)}example:2375`, source: '--host'});
	scene.do({type: 'containers/listed', containers: [ofProject('a', 'b')], atMillis: startMillis});
	for (const columns of [24, 40, 60, 80, 100, 160]) {
		const drawn = drawArea(scene, 'header', columns, columns < 60 ? 15 : 40);
		expect(drawn.lines).toHaveLength(1);
		expect(lineWidth(drawn.lines[0] ?? [])).toBe(columns);
		expect(drawn.text).toMatch(/(?:%|–|G|\d)$/);
	}
});
