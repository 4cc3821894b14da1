import {describe, expect, test} from 'vitest';
import {aSetup, keyOf, startMillis} from '../../../helpers/builders.ts';
import {type Drawn, drawArea} from '../../../helpers/drawn-area.ts';
import {type Scene, scenes} from '../../../helpers/view-states.ts';

const mounts = [
	{
		...{type: 'volume', name: 'shop_uploads', source: '/var/lib/docker/volumes/shop_uploads/_data'},
		...{target: '/data', isWritable: true, driver: 'local'},
	},
	{type: 'bind', source: '/etc/ssl', target: '/etc/ssl', isWritable: false, options: 'rshared'},
	{type: 'tmpfs', target: '/run', isWritable: true, options: 'size=64m'},
];

const about = {key: keyOf('shop-api-1'), atMillis: startMillis} as const;

const open = (): Scene =>
	scenes
		.ready()
		.do(
			{type: 'frame/tab-chosen', tab: 'mounts'},
			{type: 'detail/loaded', ...about, kind: 'setup', value: aSetup({mounts})},
		);
const draw = (scene: Scene, columns = 80): Drawn => drawArea(scene, 'bottom', columns, 60);

test('where from, where to, and whether it may be written', () => {
	const drawn = draw(open());
	expect(drawn.texts.slice(1, 8)).toEqual([
		' volume  shop_uploads → /data                                         rw      –',
		'         /var/lib/docker/volumes/shop_uploads/_data',
		'         also in shop/api-2',
		' bind    /etc/ssl → /etc/ssl                                                 ro',
		'         rshared',
		' tmpfs   /run                                                                rw',
		'         size=64m',
	]);
	expect(drawn.tokenOf('ro')).toBe('warn');
});

test('on a narrow screen paths are broken and never cut', () => {
	const zoomed = open().do(
		{type: 'frame/focused', pane: 'logs'},
		{type: 'frame/zoomed', zoomed: true},
	);
	const {text} = draw(zoomed, 40);
	expect(text.replaceAll(/\s+/g, '')).toContain('/var/lib/docker/volumes/shop_uploads/_data');
});

describe('sizes', () => {
	test('are asked for by a key', () => {
		expect(draw(open()).texts[0]).toContain('u adds up sizes');
	});

	const value = [{name: 'shop_uploads', bytes: 1.2 * 1024 ** 3}];

	test('are shown with their age, also of the next container', () => {
		const scene = open()
			.do({type: 'detail/loaded', ...about, kind: 'volumes', value})
			.wait(180_000);
		expect(draw(scene).textWith('shop_uploads →')).toMatch(/rw +1\.2G$/);
		expect(draw(scene).texts[0]).toContain('sizes 3m old');
		scene.select('shop-web-1').select('shop-api-1');
		scene.do({type: 'detail/loaded', ...about, kind: 'setup', value: aSetup({mounts})});
		expect(draw(scene).textWith('shop_uploads →')).toMatch(/rw +1\.2G$/);
	});

	test('say why there are none', () => {
		const failure = {kind: 'timeout', message: 'took more than a minute'} as const;
		const scene = open().do({type: 'detail/failed', ...about, kind: 'volumes', failure});
		expect(draw(scene, 120).texts[0]).toContain('no sizes: took more than a minute');
	});
});

test('nothing mounted is said in a sentence', () => {
	const scene = open().do({type: 'detail/loaded', ...about, kind: 'setup', value: aSetup()});
	expect(draw(scene).text).toContain('nothing is mounted');
});
