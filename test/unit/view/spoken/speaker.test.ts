import {expect, test} from 'vitest';
import {Speaker} from '../../../../source/view/spoken/speaker.ts';
import {aLine, startMillis} from '../../../helpers/builders.ts';
import {type Scene, scenes} from '../../../helpers/view-states.ts';

/** Someone who has heard the beginning already. */
const listener = (scene: Scene): (() => readonly string[]) => {
	const speaker = new Speaker();
	const hear = (): readonly string[] => speaker.speak(scene.view(80, 60));
	hear();
	return hear;
};

test('at first: the engine, what is wrong, and the row under the cursor', () => {
	const said = new Speaker().speak(scenes.ready().view(80, 60));
	expect(said[0]).toMatch(/^connected to /);
	expect(said).toContain('attention: shop/mailer unhealthy');
	expect(said.at(-1)).toMatch(
		/^shop\/api-1, running, healthy, for \S+, CPU \d+ percent, memory \d+M of \S+$/,
	);
});

test('nothing is said while only figures change', () => {
	const scene = scenes.ready();
	const hear = listener(scene);
	scene.wait(5000);
	expect(hear()).toEqual([]);
});

test('a move says the new row, a heading how many are up', () => {
	const scene = scenes.ready();
	const hear = listener(scene);
	scene.select('billing-report-1');
	expect(hear()).toEqual([expect.stringMatching(/^billing\/report, exited, exit code 137/)]);
	scene.select('project:shop');
	expect(hear()).toEqual([expect.stringMatching(/^project shop, \d of \d up, open, CPU/)]);
});

test('results of actions are said once', () => {
	const scene = scenes.ready();
	const hear = listener(scene);
	scene.do({type: 'message/added', level: 'error', text: 'stop web failed', atMillis: startMillis});
	expect(hear()).toEqual(['failed: stop web failed']);
	expect(hear()).toEqual([]);
});

test('a picker is read out where it opens, then only what is chosen in it', () => {
	const scene = scenes.ready();
	const hear = listener(scene);
	scene.do({type: 'overlay/opened', overlay: {kind: 'sort', index: 0}});
	expect(hear()).toEqual(expect.arrayContaining(['sort by Enter', 'memory']));
	scene.do({type: 'overlay/changed', overlay: {kind: 'sort', index: 1}});
	expect(hear()).toEqual(['memory']);
	scene.do({type: 'overlay/closed'});
	expect(hear()).toEqual(['closed']);
});

test('a log: its last lines when it gets the keys, then what comes, without control bytes', () => {
	const scene = scenes.ready();
	const hear = listener(scene);
	scene.do({type: 'frame/focused', pane: 'logs'});
	const last = hear();
	expect(last.at(-1)).toBe('INFO  GET /health 200 1ms');
	expect(last).toContain('stderr: ERROR POST /v1/orders 500 psycopg.OperationalError');
	expect(last).toContain('restarted, exit 137');
	expect(last.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
	scene.say(['shop-api-1', aLine('one more', startMillis)]);
	expect(hear()).toEqual(['one more']);
	scene.say(
		...Array.from(
			{length: 50},
			(_, index) => ['shop-api-1', aLine(`line ${index}`, startMillis + index)] as const,
		),
	);
	const flood = hear();
	expect(flood[0]).toBe('more lines than can be read out');
	expect(flood).toHaveLength(21);
	expect(flood.at(-1)).toBe('line 49');
});

test('a tab is read out as words, without the charts', () => {
	const scene = scenes.ready();
	const hear = listener(scene);
	scene.do({type: 'frame/focused', pane: 'logs'}, {type: 'frame/tab-chosen', tab: 'stats'});
	const said = hear();
	expect(said.join('\n')).toMatch(/cpu/i);
	expect(said.join('')).not.toMatch(/[\u2500-\u259f\u2800-\u28ff]/);
});

test('an engine that is lost and comes back', () => {
	const scene = scenes.stale();
	const hear = listener(scenes.ready());
	const speaker = new Speaker();
	expect(speaker.speak(scene.view(80, 60)).slice(0, 2)).toEqual([
		expect.stringContaining('no engine: connect ECONNREFUSED'),
		expect.stringContaining('Is the Docker daemon running?'),
	]);
	expect(hear()).toEqual([]);
});
