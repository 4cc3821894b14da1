import {afterEach, describe, expect, test} from 'vitest';
import {lineWidth} from '../../../source/format/line.ts';
import type {Action} from '../../../source/store/action.ts';
import {composePage} from '../../../source/view/pages/compose/spec.ts';
import {aLine, exited, keyOf, startMillis} from '../../helpers/builders.ts';
import {aPlace, aService, composed, hashed, legacyTool} from '../../helpers/compose.ts';
import {type Drawn, drawArea} from '../../helpers/drawn-area.ts';
import {unmountAll} from '../../helpers/render.tsx';
import {type Scene, scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

const healthy = {health: {kind: 'healthy'}} as const;
const containers = [
	composed('api', hashed('a1'), {
		health: {kind: 'unhealthy'},
		ports: [{privatePort: 80, publicPort: 8080, protocol: 'tcp'}],
	}),
	composed('cache', hashed('c1'), healthy),
	composed('worker', hashed('00'), healthy),
	composed('worker', hashed('w1'), exited(3), 2),
	composed('old', hashed('x')),
];

const services = [
	aService('web', {
		...{hash: 'b1', ports: ['18080:80']},
		waits: [{service: 'api', condition: 'service_healthy'}],
	}),
	aService('api', {
		...{hash: 'a1', image: 'api:1', hasBuild: true},
		waits: [{service: 'cache', condition: 'service_healthy'}],
	}),
	aService('cache', {hash: 'c1'}),
	aService('worker', {hash: 'w1', wanted: 3}),
];

const known: readonly Action[] = [
	{type: 'compose/tool-found', tool: legacyTool},
	{type: 'compose/placed', project: 'shop', place: aPlace()},
	{type: 'compose/read', project: 'shop', services, atMillis: startMillis},
];

const begin = (...actions: readonly Action[]): Scene =>
	scenes
		.empty()
		.do({type: 'containers/listed', containers, atMillis: startMillis}, ...actions)
		.do({type: 'frame/view-chosen', view: 'compose'});

const at = (index: number, id: string): Action => ({
	...{type: 'page/moved', page: 'compose', place: {id, index, row: index}},
});

const draw = (scene: Scene, columns = 80, rows = 24, isAscii = false): Drawn =>
	drawArea(scene, 'page', columns, rows, isAscii);

/** Of a service; its name stands in other lines too. */
const rowOf = ({texts}: Drawn, name: string): string =>
	texts.find(text => text.split(/\s+/).indexOf(name) === 3) ?? '';

test('on a wide screen what all of it used stands below the facts', () => {
	const scene = scenes.ready().do({type: 'frame/view-chosen', view: 'compose'});
	const {texts} = draw(scene.do(at(2, 'project:shop')), 200, 60);
	expect(texts.filter(text => /^╭─ (?:project shop )?(?:cpu|mem) ─/.test(text))).toHaveLength(2);
	expect(draw(scene, 120, 40).text).not.toContain('╭');
	const shown = composePage.watched(scene.state, 'L');
	expect(shown).toContain(keyOf('shop-api-1'));
	expect(shown).not.toContain(keyOf('billing-ledger-1'));
	// Where there are no charts, nothing is asked for them.
	expect(composePage.watched(scene.state, 'M')).toEqual([]);
});

describe.each([
	[40, 15],
	[80, 24],
	[120, 40],
	[200, 60],
] as const)('at %i by %i', (columns, rows) => {
	test('each service has its line, and none is wider than the screen', () => {
		const drawn = draw(begin(...known), columns, rows);
		expect(drawn.lines.every(line => lineWidth(line) <= columns)).toBe(true);
		expect(drawn.lines.length).toBeLessThanOrEqual(rows - 3);
		expect(drawn.texts[2]).toMatch(/^▌▾ {3}shop +4\/6 +3 of 5/);
		expect(rowOf(drawn, 'web')).toMatch(/^ · · {3}web +0\/1 +(– +)?not created/);
		expect(rowOf(drawn, 'worker')).toMatch(/^ ✗ · {3}worker +1\/3 +(exited \(3\))? *differs/);
	});
});

test('state, health, drift and what is waited for, in words and colours', () => {
	const drawn = draw(begin(...known), 120, 40);
	expect(rowOf(drawn, 'api')).toMatch(/● ✗ {3}api +1\/1 +unhealthy +none +✓ cache +8080→80/);
	expect(rowOf(drawn, 'web')).toMatch(/not created +✗ api +18080:80/);
	expect(rowOf(drawn, 'old')).toMatch(/running +not in files/);
	expect(drawn.tokenOf('differs')).toBe('warn');
	expect(drawn.tokenOf('unhealthy')).toBe('err');
	expect(drawn.texts[0]).toContain('docker-compose 1.29.2');
});

test('of a project its files and what is not as they say', () => {
	const {text} = draw(begin(...known), 120, 40);
	expect(text).toContain('files     /srv/shop/docker-compose.yml');
	expect(text).toContain('docker-compose 1.29.2, read at 10:00:00, made by 1.29.2');
	expect(text).toMatch(/differs +worker\n.* missing +web\n.* stray +old/);
	expect(text).toContain('u up  D down  b build');
});

test('of a service its replicas, why it waits, who needs it, and its log beside', () => {
	const scene = begin(...known, at(2, 'service:shop/api'));
	scene.do({
		type: 'logs/opened',
		target: {kind: 'service', project: 'shop', service: 'api'},
		version: 0,
	});
	scene.say(['shop-api-1', aLine('no stock left', startMillis)]);
	const drawn = draw(scene, 200, 60);
	const {text} = drawn;
	expect(text).toMatch(/● ✗ shop\/api {2}[\da-f]{12} {2}unhealthy/);
	expect(text).toContain('waits for cache (healthy)');
	expect(text).toContain('needed by web');
	expect(text).toContain('api:1, built from its files');
	expect(drawn.textWith('no stock left').indexOf('no stock')).toBeGreaterThan(100);
});

/** A shop in which one service waits for two, and one is not as it is needed. */
const chained: readonly Action[] = [
	{type: 'compose/tool-found', tool: legacyTool},
	{type: 'compose/placed', project: 'shop', place: aPlace()},
	{
		...{type: 'compose/read', project: 'shop', atMillis: startMillis},
		services: [
			aService('web', {waits: [{service: 'api', condition: 'service_healthy'}]}),
			aService('api', {
				waits: [
					{service: 'cache', condition: 'service_healthy'},
					{service: 'old', condition: 'service_started'},
				],
			}),
			aService('worker', {waits: [{service: 'cache', condition: 'service_healthy'}]}),
			aService('cache'),
			aService('old'),
			aService('note'),
		],
	},
];

describe('what waits for what', () => {
	const graph = (scene: Scene, columns = 200, rows = 60, isAscii = false): readonly string[] => {
		const {texts} = draw(scene, columns, rows, isAscii);
		const first = texts.findIndex(line => line.includes('what waits for what'));
		const last = texts.findIndex(line => line.includes('and it is not so yet'));
		return first < 0 ? [] : texts.slice(first, last + 1).map(line => line.slice(0, 100).trimEnd());
	};

	test('is drawn beside the log, with what is waited for, and what is not so yet', () => {
		expect(graph(begin(...chained)).slice(1)).toMatchInlineSnapshot(`
			[
			  " · · web ╌╌ healthy ╌▸ ● ✗ api ───┬─ healthy ─╮",
			  "                                  ╰─ started ─│─╮",
			  "                                              ├─│─▸ ● ✓ cache",
			  "                       ✗ · worker ── healthy ─╯ ╰─▸ ● · old",
			  "",
			  " by themselves: note",
			  " ──▸ waits for  ╌╌▸ and it is not so yet",
			]
		`);
	});

	test('in plain ASCII too', () => {
		expect(graph(begin(...chained), 200, 60, true).slice(1)).toMatchInlineSnapshot(`
			[
			  " . . web .. healthy .> > x api ---+- healthy -+",
			  "                                  +- started -|-+",
			  "                                              +-|-> > + cache",
			  "                       x . worker -- healthy -+ +-> > . old",
			  "",
			  " by themselves: note",
			  " --> waits for  ..> and it is not so yet",
			]
		`);
	});

	test('the service under the cursor stands out', () => {
		const drawn = draw(begin(...chained, at(1, 'service:shop/web')), 200, 60);
		expect(graph(begin(...chained, at(1, 'service:shop/web'))).length).toBeGreaterThan(3);
		const line = drawn.lines.find(each => each.some(({text}) => text.includes('╌')));
		expect(line?.find(({text}) => text === 'web')?.style?.bold).toBe(true);
	});

	test('is a line where there is no room, and nothing where nothing waits', () => {
		const small = draw(begin(...chained), 80, 24).text;
		expect(small).not.toContain('what waits for what');
		expect(small).toContain('starts    cache, old ▸ api, worker ▸ web');
		const none = begin(chained[0] as Action, chained[1] as Action);
		expect(draw(none, 200, 60).text).not.toMatch(/what waits for what|starts /);
	});
});

test.each([
	['Compose is not installed', [{type: 'compose/tool-found', tool: {problem: 'there is none'}}]],
	[
		'Compose does not answer',
		[{type: 'compose/tool-found', tool: {problem: 'no answer', isSilent: true}}],
	],
	['there is none', [{type: 'compose/tool-found', tool: {problem: 'there is none'}}]],
	[
		'/srv/shop is not on this machine',
		[
			known[0],
			{
				...{type: 'compose/placed', project: 'shop'},
				place: {problem: '/srv/shop is not on this machine'},
			},
		],
	],
	[
		'services.api is odd',
		[...known, {type: 'compose/failed', project: 'shop', problem: 'services.api is odd'}],
	],
	['unreadable', [...known, {type: 'compose/failed', project: 'shop', problem: 'x'}]],
	['⋯ reading', [...known, {type: 'compose/requested', project: 'shop'}]],
	[
		'f may be written by anybody.',
		[known[0], {...known[1], place: aPlace({cautions: ['f may be written by anybody.']})}],
	],
	['looking for Compose', []],
] as readonly (readonly [string, readonly Action[]])[])('%s', (words, actions) => {
	expect(draw(begin(...actions), 120, 40).text).toContain(words);
});

test('an action under way is told instead of the state', () => {
	const scene = begin(...known, {
		...{type: 'task/started', key: keyOf('shop-cache-1'), atMillis: startMillis},
		...{id: 1, action: {verb: 'restart'}, verb: 'restart'},
	} as unknown as Action);
	expect(rowOf(draw(scene), 'cache')).toMatch(/cache +1\/1 +restarting/);
});

test('without a project that is said, and which key helps', () => {
	const scene = scenes
		.empty()
		.do(
			{type: 'compose/tool-found', tool: legacyTool},
			{type: 'frame/view-chosen', view: 'compose'},
		);
	expect(draw(scene).text.replaceAll(/\s+/g, ' ')).toContain(
		'no project: no container was made by Compose, and there is no file of Compose in this directory either (R)',
	);
	expect(draw(scenes.loading().do({type: 'frame/view-chosen', view: 'compose'})).text).toContain(
		'asking the engine',
	);
});

test('of an engine elsewhere it says that files are elsewhere too', () => {
	const endpoint = {url: 'ssh://ann@web', source: '--host', isDemo: false} as const;
	const scene = scenes
		.empty()
		.do({type: 'endpoint/chosen', endpoint, atMillis: startMillis})
		.do({type: 'containers/listed', containers, atMillis: startMillis})
		.do({type: 'frame/view-chosen', view: 'compose'});
	expect(draw(scene, 120, 40).text).toContain('the engine is not on this machine');
});

test('a second of nothing draws nothing', () => {
	const scene = begin(...known);
	const before = draw(scene, 120, 40).lines;
	scene.wait(1000);
	expect(draw(scene, 120, 40).lines.map(line => line)).toEqual(before);
});

test('in ASCII', () => {
	const drawn = draw(begin(...known), 80, 24, true);
	expect(drawn.text).toMatch(/^[\n\u0020-\u007e]*$/);
});

describe('what waits for what, where it is too big to be drawn', () => {
	const many = Array.from({length: 61}, (_, at) =>
		aService(`s${at}`, {
			waits: Array.from({length: at % 3 === 0 ? 20 : 1}, (_, to) => ({
				...{service: `gone-${to}`, condition: 'service_started' as const},
			})),
		}),
	);
	const big = (): Scene =>
		begin(
			{type: 'compose/tool-found', tool: legacyTool},
			{type: 'compose/placed', project: 'shop', place: aPlace()},
			{type: 'compose/read', project: 'shop', services: many, atMillis: startMillis},
		);

	test('is said, and listed as far as there is room', () => {
		const {texts, lines} = draw(big(), 200, 60);
		const text = texts.join('\n');
		expect(text).toContain('what waits for what');
		expect(text).toMatch(/too big to draw: \d+ services, of which 61 wait 460 times/);
		expect(text).toMatch(/s0 waits for 20: gone-0, gone-1, /);
		expect(text).toMatch(/and \d+ more services/);
		expect(lines.every(line => lineWidth(line) <= 200)).toBe(true);
	});

	test('holds for a chain that is longer than any screen, too', () => {
		const chain = Array.from({length: 45}, (_, at) =>
			aService(`s${at}`, {
				waits: at === 0 ? [] : [{service: `s${at - 1}`, condition: 'service_started'}],
			}),
		);
		const scene = begin(
			{type: 'compose/tool-found', tool: legacyTool},
			{type: 'compose/placed', project: 'shop', place: aPlace()},
			{type: 'compose/read', project: 'shop', services: chain, atMillis: startMillis},
		);
		expect(draw(scene, 200, 60).text).toMatch(
			/too big to draw: \d+ services, of which 44 wait 44 times/,
		);
	});

	test('takes no room where there is none', () => {
		expect(draw(big(), 80, 24).lines.length).toBeLessThanOrEqual(21);
	});
});
