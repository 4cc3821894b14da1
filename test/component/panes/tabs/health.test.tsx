import {describe, expect, test} from 'vitest';
import type {HealthSetup} from '../../../../source/model/setup.ts';
import {keyOf, startMillis} from '../../../helpers/builders.ts';
import {type Drawn, drawArea} from '../../../helpers/drawn-area.ts';
import {type Scene, scenes} from '../../../helpers/view-states.ts';

const check = {
	...{command: ['curl', '-f', 'http://u:hunter2@localhost/'], isShell: false},
	...{intervalMillis: 5000, timeoutMillis: 2000, retries: 3},
};

const failing: HealthSetup = {
	...{check, status: 'unhealthy', failingStreak: 4},
	runs: [
		{
			...{startedAtMillis: startMillis - 2000, tookMillis: 1500, exitCode: 1},
			output: 'curl: (7) Failed to connect\r\n\u001b[31mport 80\u001b[0m\n',
		},
		{startedAtMillis: startMillis - 7000, exitCode: -1, output: 'exceeded timeout (2s)'},
		{startedAtMillis: startMillis - 12_000, tookMillis: 20, exitCode: 0, output: ''},
	],
};

const draw = (scene: Scene, columns = 80, rows = 40): Drawn =>
	drawArea(scene.do({type: 'frame/tab-chosen', tab: 'health'}), 'bottom', columns, rows);

const about = {key: keyOf('shop-mailer-1'), kind: 'health', atMillis: startMillis} as const;
const loaded = (scene: Scene, value: HealthSetup): Scene =>
	scene.do({type: 'detail/loaded', ...about, value});

test('the probe, the streak and what the last probes said', () => {
	const drawn = draw(loaded(scenes.unhealthy(), failing));
	expect(drawn.texts.slice(1)).toEqual(
		[
			' ✗ unhealthy  4 failed in a row',
			' probe   curl -f http://u:******@localhost/',
			'         every 5.0s  timeout 2.0s  unhealthy after 3 fails  start period none',
			'',
			' TIME      EXIT   TOOK  OUTPUT',
			' 09:59:58     1   1.5s  curl: (7) Failed to connect',
			'                        ␛[31mport 80␛[0m',
			' 09:59:53    -1      –  exceeded timeout (2s)',
			' 09:59:48     0   0.0s  no output',
			...new Array(drawn.texts.length - 10).fill(''),
		].slice(0, drawn.texts.length - 1),
	);
	expect(drawn.tokenOf('4 failed')).toBe('err');
});

describe('without a check', () => {
	const none = (name: string): Drawn => {
		const key = keyOf(name);
		return draw(
			scenes
				.ready()
				.select(name)
				.do({type: 'detail/loaded', ...about, key, value: {runs: []}}),
		);
	};

	test('it says what to write, for a port that it has', () => {
		const drawn = none('shop-postgres-1');
		expect(drawn.text).toContain('no health check: that it runs does not say whether it works');
		expect(drawn.text).toContain('Add one in the compose file, below postgres:');
		expect(drawn.text).toContain('test: curl -f http://localhost:5432/');
	});

	test('also where Compose did not make it', () => {
		expect(none('fresh').text).toContain('docker run --health-cmd');
	});
});

test('of a heading, the worst first with what its probe said', () => {
	const {texts} = draw(scenes.heading(), 100);
	expect(texts[1]).toBe(
		' ✗ shop/mailer  unhealthy, 4 failed in a row  smtp mx1.example: connection refused',
	);
	expect(texts[2]).toBe(' ◌ shop/web  starting');
	expect(texts.join('\n')).toContain('✓ shop/api-1  healthy');
});

test('while the engine is away it is old, and says so', () => {
	const scene = loaded(scenes.unhealthy(), failing).do({
		...{type: 'connection/lost', failure: {kind: 'unreachable', message: 'gone'}},
		...{atMillis: startMillis, retryAtMillis: startMillis + 250},
	});
	const drawn = draw(scene);
	expect(drawn.texts[0]).toContain('old: the engine does not answer');
	expect(drawn.text).toContain('4 failed in a row');
});
