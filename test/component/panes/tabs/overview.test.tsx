import {describe, expect, test} from 'vitest';
import {
	aContainer,
	aSetup,
	keyOf,
	ofProject,
	someDetails,
	startMillis,
} from '../../../helpers/builders.ts';
import {type Drawn, drawArea} from '../../../helpers/drawn-area.ts';
import {died} from '../../../helpers/engine-events.ts';
import {type Scene, scenes} from '../../../helpers/view-states.ts';

const draw = (scene: Scene, columns = 110): Drawn =>
	drawArea(
		scene.do(
			{type: 'frame/tab-chosen', tab: 'overview'},
			{type: 'frame/focused', pane: 'logs'},
			{type: 'frame/zoomed', zoomed: true},
		),
		'bottom',
		columns,
		60,
	);

const only = (...containers: Parameters<typeof ofProject>[]): Scene =>
	scenes.empty().do({
		...{type: 'containers/listed', atMillis: startMillis},
		containers: containers.map(each => ofProject(...each)),
	});

const compose = {
	'com.docker.compose.project.config_files': 'compose.yaml',
	'com.docker.compose.project.working_dir': '/srv/shop',
	'com.docker.compose.depends_on': 'db:service_healthy:false,mq:service_started:false',
};

test('what the list knows is there at once, what an inspect tells a moment later', () => {
	const scene = scenes.ready();
	const before = draw(scene);
	expect(before.text).toContain('registry.example/shop/api:1.8.2');
	expect(before.text).not.toContain('host name');
	scene.do({
		...{type: 'detail/loaded', key: keyOf('shop-api-1'), kind: 'setup', atMillis: startMillis},
		value: aSetup({hostname: 'h1', rights: ['privileged'], stopTimeoutSeconds: 2}),
	});
	const after = draw(scene);
	expect(after.textWith('host name')).toContain(
		'h1  stop SIGTERM, killed after 2.0s  image id 555',
	);
	expect(after.tokenOf('privileged')).toBe('warn');
});

test('how it is with what Compose says it needs', () => {
	const scene = only(
		['shop', 'api', {labels: compose, details: someDetails()}],
		['shop', 'db', {health: {kind: 'unhealthy'}}],
	).select('shop-api-1');
	const drawn = draw(scene);
	expect(drawn.text).toContain('compose.yaml in /srv/shop');
	expect(drawn.textWith('needs')).toMatch(/needs +✗ db healthy {2}✗ mq is not up$/);
});

test('how it ended the last time, where that was heard', () => {
	const scene = only(['shop', 'api', {details: someDetails({restartCount: 3})}]).select(
		'shop-api-1',
	);
	scene.do({type: 'timeline/heard', event: {...died('shop-api-1'), exitCode: 137} as never});
	expect(draw(scene).textWith('restart')).toMatch(
		/restarts 3 {2}last exit 137 killed \(SIGKILL\), .* ago$/,
	);
});

describe('secrets', () => {
	test('of the command and the labels are covered', () => {
		const scene = scenes.empty().do({
			...{type: 'containers/listed', atMillis: startMillis},
			containers: [
				aContainer('redis', {
					command: 'redis-server --requirepass hunter2',
					labels: {'traefik.token': 'hunter2', plain: 'yes'},
				}),
			],
		});
		const drawn = draw(scene);
		expect(drawn.text).not.toContain('hunter2');
		expect(drawn.text).toContain('plain=yes');
	});
});

test.each([40, 80, 200])('is whole at %i columns', columns => {
	for (const line of draw(scenes.ready(), columns).texts)
		expect(line.length).toBeLessThanOrEqual(columns);
});
