import {afterEach, describe, expect, test} from 'vitest';
import type {LogLine} from '../../../source/model/log-line.ts';
import {ruleOf} from '../../../source/model/logs/highlight-rule.ts';
import {aLine, startMillis} from '../../helpers/builders.ts';
import {type OpenApp, openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {type Scene, scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

const said: ReadonlyArray<readonly [service: string, text: string]> = [
	['web', '203.0.113.7 - - "GET /cart HTTP/2" 200 812'],
	['api-1', 'INFO  GET /v1/items 200 12ms user=42'],
	['api-2', 'INFO  GET /health 200 1ms'],
	['api-1', 'WARN  pool exhausted: 20/20, waited 251ms'],
	['postgres', 'ERROR:  canceling statement due to statement timeout'],
	['api-1', 'ERROR POST /v1/orders 500 psycopg.OperationalError: timeout expired'],
	['mailer', 'ERROR smtp mx1.example: connection refused'],
	['api-2', 'INFO  GET /health 200 1ms'],
	['web', '203.0.113.9 - - "POST /v1/orders HTTP/2" 500 93'],
];

const containerOf = (service: string): string =>
	`shop-${/\d$/.test(service) ? service : `${service}-1`}`;

/** The log of a project in the full screen, in which each has said a few things, again and again. */
const merged = (): Scene => {
	const scene = scenes.heading().do({type: 'frame/tab-chosen', tab: 'logs'});
	scene.logs.clear();
	const lines = Array.from({length: 10}, (_, round) =>
		said.map(([service, text], index): readonly [string, LogLine] => {
			const line = aLine(text, startMillis - 9000 + round * 900 + index * 100);
			const isBad = line.kind === 'line' && /ERROR|WARN/.test(text);
			return [containerOf(service), isBad ? {...line, stream: 'stderr'} : line];
		}),
	);
	const target = {kind: 'project', project: 'shop'} as const;
	return scene
		.say(...lines.flat())
		.do(
			{type: 'logs/pinned', target},
			{type: 'frame/focused', pane: 'logs'},
			{type: 'frame/zoomed', zoomed: true},
		);
};

const press = async (app: OpenApp, ...keys: readonly string[]): Promise<void> => {
	for (const key of keys) await app.press(key);
};

const enter = '\r';

/** Whole screens, to be looked at when they change. */
describe.each([
	[80, 24],
	[200, 60],
])('%i by %i', (columns, rows) => {
	test.each<[name: string, keys: readonly string[]]>([
		['merged', []],
		['filtered', ['!', 'health', enter, '&', '/orders|timeout|refused/', enter, 'L']],
		['search', ['/', 'timeout']],
		['searched', ['/', 'timeout', enter, 'N', 'N']],
		['sources', ['|', 'j', ' ']],
		['hidden', ['&', 'no-such-thing', enter]],
	])('logs, %s', async (name, keys) => {
		const app = await openApp(merged(), {columns, rows});
		await press(app, ...keys);
		await expect(`${app.rows().join('\n')}\n`).toMatchFileSnapshot(
			`screens/logs-${name}-${columns}x${rows}.txt`,
		);
	});
});

test('what a rule of the configuration finds is coloured, and a hit of the search is seen over it', async () => {
	const app = await openApp(
		merged().do({type: 'logs/highlighted', rules: [ruleOf('refused', 'magenta', true)]}),
		{columns: 120, rows: 40},
	);
	expect(app.cellOf('refused')).toMatchObject({foreground: '#cc4df5', isBold: true});
	expect(app.cellOf('refused').isReverse).toBe(false);
	// Typed so that the head does not say the same.
	await press(app, '/', '/r.fused/', enter);
	expect(app.cellOf('refused').isReverse).toBe(true);
});

test('a filter is shown in the pane under the list too', async () => {
	const app = await openApp(merged().do({type: 'frame/zoomed', zoomed: false}), {
		columns: 120,
		rows: 40,
	});
	await press(app, '!', 'health', enter, '/', 'timeout', enter);
	expect(app.rows()[app.rowOf('[Logs]')]).toMatch(/HELD.* \/ timeout {2}20\/20 {2}! health/);
});

test('a screen that is too low for two lines above the log has one', async () => {
	const app = await openApp(merged(), {columns: 80, rows: 10});
	expect(app.lastFrame()).toContain('─ shop/*  [Logs]');
	expect(app.lastFrame()).not.toContain('buffer');
});
