import {describe, expect, test} from 'vitest';
import {boundedJson} from '../../../../source/model/json.ts';
import {parsePattern} from '../../../../source/model/logs/log-pattern.ts';
import {cover} from '../../../../source/model/secrets.ts';
import {hitBottom} from '../../../../source/view/panes/tabs/hit-tab.ts';
import {keyOf, startMillis} from '../../../helpers/builders.ts';
import {drawArea} from '../../../helpers/drawn-area.ts';
import {type Scene, scenes} from '../../../helpers/view-states.ts';

const secret = 'hunter2-and-more';
const document = boundedJson({
	Id: '9f2c',
	Args: ['redis-server', '--requirepass', secret],
	HostConfig: {Memory: 536_870_912, NanoCpus: 0, Binds: null},
	Config: {
		Env: [`DB_PASSWORD=${secret}`, 'LANG=C'],
		Healthcheck: {Interval: 10_000_000_000},
		Labels: {note: 'red\u001b[31m\u001b]0;owned\u0007', long: '0123456789'.repeat(30)},
	},
});

const about = {key: keyOf('shop-api-1'), atMillis: startMillis} as const;

const open = (): Scene =>
	scenes
		.ready()
		.do(
			{type: 'frame/tab-chosen', tab: 'config'},
			{type: 'frame/focused', pane: 'logs'},
			{type: 'frame/zoomed', zoomed: true},
			{type: 'detail/loaded', ...about, kind: 'document', value: document},
			{type: 'detail/loaded', ...about, kind: 'other', value: undefined},
		);

const unfolded = (): Scene => open().do({type: 'trees/all-turned', tree: 'config', all: 'open'});

const sizes = [
	[40, 15],
	[80, 24],
	[120, 40],
	[200, 60],
] as const;

describe.each(sizes)('on a screen of %i by %i', (columns, rows) => {
	test('no secret is shown, and no line is too wide', () => {
		for (const scene of [open(), unfolded()]) {
			const {text, texts} = drawArea(scene, 'bottom', columns, rows);
			expect(text).not.toContain('hunter2');
			for (const line of texts) expect(line.length).toBeLessThanOrEqual(columns);
		}
	});
});

test('folded, an object says in a few words what is in it', () => {
	const drawn = drawArea(open(), 'bottom', 120, 40);
	expect(drawn.textWith('HostConfig')).toMatch(
		/▸ HostConfig 3 {2}Memory: 512M, NanoCpus: no limit, Binds: null/,
	);
	expect(drawn.textWith('Args')).toMatch(/▸ Args 3 {2}redis-server --requirepass \*{6}/);
});

test('numbers are said in words where their unit is not to be guessed', () => {
	const drawn = drawArea(unfolded(), 'bottom', 120, 40);
	expect(drawn.textWith('Memory')).toMatch(/Memory: 536870912 {2}512M/);
	expect(drawn.textWith('NanoCpus')).toMatch(/NanoCpus: 0 {2}no limit/);
	expect(drawn.textWith('Interval')).toMatch(/Interval: 10000000000 {2}10s/);
});

test('a long value is there in full, control bytes as signs', () => {
	const {text} = drawArea(unfolded(), 'bottom', 120, 40);
	expect(text.replaceAll(/\s+/g, '')).toContain('0123456789'.repeat(30));
	expect(text).toContain('red␛[31m␛]0;owned␇');
});

test('the secret under the cursor is open for a while', () => {
	const scene = unfolded().do({type: 'detail/revealed', name: 'Config.Env[0]'});
	const drawn = drawArea(scene, 'bottom', 120, 40);
	expect(drawn.textWith('DB_PASSWORD')).toContain(secret);
	expect(drawn.textWith('requirepass')).not.toContain(secret);
});

test('what is looked for is unfolded and counted', () => {
	const scene = open().do({type: 'detail/searched', find: parsePattern('interval')});
	const drawn = drawArea(scene, 'bottom', 120, 40);
	expect(drawn.texts[0]).toMatch(/\/ interval {2}0\/1/);
	expect(drawn.text).toContain('▾ Healthcheck 1');
	expect(drawn.text).not.toContain('Memory: 536870912  512M');
});

test('a click on an object unfolds it', () => {
	const scene = open();
	const {texts, width, height} = drawArea(scene, 'bottom', 120, 40);
	const y = texts.findIndex(text => text.includes('HostConfig'));
	const hit = hitBottom(scene.view(120, 40), {x: 6, y}, width, height);
	expect(hit).toMatchObject({
		actions: [
			{type: 'frame/focused'},
			{type: 'detail/moved', place: {item: 2}},
			{type: 'trees/turned', path: 'HostConfig', isFolded: false},
		],
	});
});

describe('a comparison', () => {
	const compare = (other: object): Scene =>
		open().do(
			{type: 'trees/compared', against: {kind: 'image'}},
			{type: 'detail/loaded', ...about, kind: 'other', value: boundedJson({Config: other})},
		);

	test('what the other one has with -, what this one has with +', () => {
		const drawn = drawArea(compare({Env: ['LANG=de']}), 'bottom', 120, 40);
		expect(drawn.texts[0]).toContain('against its image');
		expect(drawn.text).toContain(`+ DB_PASSWORD=${cover}`);
		expect(drawn.text).toContain('- LANG=de');
		expect(drawn.text).toContain('+ LANG=C');
		expect(drawn.text).not.toContain('hunter2');
	});

	test('secrets that differ look alike, and it is said that they do', () => {
		const drawn = drawArea(compare({Env: ['DB_PASSWORD=other']}), 'bottom', 120, 40);
		expect(drawn.textWith('+ DB_PASSWORD')).toContain('another secret');
	});

	test('no difference is said in a sentence', () => {
		const {Config: config} = document.value as {Config: object};
		const {text} = drawArea(compare(config), 'bottom', 80, 24);
		expect(text).toContain('no difference to its image');
	});
});

test('of a heading there is no inspect', () => {
	const scene = open().do({type: 'frame/zoomed', zoomed: false}).select('project:shop');
	expect(drawArea(scene, 'bottom', 80, 24).text).toContain('the inspect is that of one container');
});

test('in ASCII', () => {
	const {text} = drawArea(unfolded(), 'bottom', 120, 40, true);
	expect(text).toMatch(/v HostConfig 3/);
	expect(text).toContain('red^[[31m');
});
