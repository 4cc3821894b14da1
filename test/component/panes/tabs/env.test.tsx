import {describe, expect, test} from 'vitest';
import {cover} from '../../../../source/model/secrets.ts';
import {aSetup, keyOf, startMillis} from '../../../helpers/builders.ts';
import {drawArea} from '../../../helpers/drawn-area.ts';
import {type Scene, scenes} from '../../../helpers/view-states.ts';

const secret = 'hunter2-and-more';
const env = [
	'PATH=/usr/bin',
	'LANG=de',
	`DB_PASSWORD=${secret}`,
	`DATABASE_URL=postgres://app:${secret}@db/shop`,
	'GREETING=\u001b[31mred\u001b]0;owned\u0007',
	`LONG=${'0123456789'.repeat(20)}`,
];

const about = {key: keyOf('shop-api-1'), atMillis: startMillis} as const;
const image = {
	...{id: 'sha256:5', names: ['shop/api:1'], entrypoint: [], command: [], labels: {}, user: ''},
	...{env: ['PATH=/usr/bin', 'LANG=C'], workingDirectory: '', config: {value: {}, leftOut: 0}},
};

const open = (): Scene =>
	scenes
		.ready()
		.do(
			{type: 'frame/tab-chosen', tab: 'env'},
			{type: 'frame/focused', pane: 'logs'},
			{type: 'detail/loaded', ...about, kind: 'setup', value: aSetup({env})},
			{type: 'detail/loaded', ...about, kind: 'image', value: image},
		);

const sizes = [
	[40, 15],
	[80, 24],
	[120, 40],
	[200, 60],
] as const;

test.each(sizes)('no secret is on a screen of %i by %i', (columns, rows) => {
	const scene = open().do({type: 'frame/zoomed', zoomed: true});
	const {text, texts} = drawArea(scene, 'bottom', columns, rows);
	expect(text).not.toContain('hunter2');
	expect(text).toContain(cover);
	for (const line of texts) expect(line.length).toBeLessThanOrEqual(columns);
});

test('each says who set it, those of the image last', () => {
	const drawn = drawArea(open(), 'bottom', 120, 60);
	expect(drawn.textWith('DB_PASSWORD')).toMatch(/DB_PASSWORD {3}\*{6} +run$/);
	expect(drawn.textWith('DATABASE_URL')).toContain(`postgres://app:${cover}@db/shop`);
	expect(drawn.textWith('LANG')).toMatch(/de +run over image$/);
	expect(drawn.textWith('PATH')).toMatch(/\/usr\/bin +image$/);
	expect(drawn.texts[0]).toContain('2 covered');
});

test('a long value is there in full, control bytes as signs', () => {
	const {text} = drawArea(open(), 'bottom', 120, 60);
	expect(text.replaceAll(/\s+|run/g, '')).toContain('0123456789'.repeat(20));
	expect(text).toContain('␛[31mred');
});

test('one that was asked for is open, and the rule counts down', () => {
	const scene = open().do({type: 'detail/revealed', name: 'DB_PASSWORD'});
	const shown = drawArea(scene, 'bottom', 120, 60);
	expect(shown.textWith('DB_PASSWORD')).toContain(secret);
	expect(shown.textWith('DATABASE_URL')).not.toContain(secret);
	expect(shown.texts[0]).toContain('secret shown 10s');
	scene.do({type: 'detail/counted', millis: 9000});
	expect(drawArea(scene, 'bottom', 120, 60).texts[0]).toContain('secret shown 1s');
	scene.do({type: 'detail/counted', millis: 1000});
	expect(drawArea(scene, 'bottom', 120, 60).text).not.toContain('hunter2');
});

describe('what cannot be known', () => {
	test('where the image is gone, nobody knows what it set', () => {
		const failure = {kind: 'not-found', message: 'No such image'} as const;
		const scene = open().do({type: 'detail/failed', ...about, kind: 'image', failure});
		expect(drawArea(scene, 'bottom', 120, 60).textWith('LANG')).toMatch(/de +–$/);
	});

	test('no variables at all', () => {
		const value = aSetup({env: []});
		const scene = open().do({type: 'detail/loaded', ...about, kind: 'setup', value});
		expect(drawArea(scene, 'bottom', 80, 24).text).toContain('It was given no variables.');
	});
});

test('looking for a secret does not find it', () => {
	const scene = open().do({
		...{type: 'detail/searched', find: {text: 'hunter', expression: /hunter/g}},
	});
	expect(drawArea(scene, 'bottom', 120, 60).texts[0]).toContain('/ hunter  not found');
});
