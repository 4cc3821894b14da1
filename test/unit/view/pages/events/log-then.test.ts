import {describe, expect, test, vi} from 'vitest';
import type {Happening} from '../../../../../source/model/happening.ts';
import {parsePattern} from '../../../../../source/model/logs/log-pattern.ts';
import {selectAllHappenings} from '../../../../../source/store/select-happenings.ts';
import {logThen} from '../../../../../source/view/pages/events/log-then.ts';
import type {View} from '../../../../../source/view/view.ts';
import {aLine, refOf, startMillis} from '../../../../helpers/builders.ts';
import {type Scene, scenes} from '../../../../helpers/view-states.ts';

const minute = 60_000;

/** It was paused an hour before the scene; its lines are so many milliseconds later than that. */
const paused = (...after: readonly number[]): Scene => {
	const atMillis = startMillis - 60 * minute;
	const name = 'shop-api-1';
	const scene = scenes.ready();
	scene.logs.clear();
	return scene
		.do({
			type: 'timeline/heard',
			event: {kind: 'container.changed', ref: refOf(name), name, atMillis, action: 'pause'},
		})
		.say(...after.map(each => [name, aLine(`said ${each}`, atMillis + each)] as const));
};

const happeningOf = (scene: Scene): Happening => {
	const happening = selectAllHappenings(scene.state).at(-1);
	if (happening === undefined) throw new Error('nothing has happened');
	return happening;
};

const draw = (scene: Scene, view: View = scene.view(200, 60)): readonly string[] =>
	logThen(view, happeningOf(scene), 80, 12).map(line =>
		line
			.map(({text}) => text)
			.join('')
			.trimEnd(),
	);

describe('where the lines begin after what happened', () => {
	test('that is said, and none of them stands under it', () => {
		const [head, ...lines] = draw(paused(30 * minute, 31 * minute));
		expect(head).toMatch(/what it said then ─+ 09:00:00/);
		expect(lines).toEqual(['  the lines that are kept begin at 09:30:00']);
	});

	test('but not where a filter hides those before', () => {
		const query = {keep: [parsePattern(String(30 * minute))]};
		const scene = paused(-minute, 30 * minute).do({type: 'logs/queried', query});
		const text = draw(scene).join('\n');
		expect(text).toContain(`said ${30 * minute}`);
		expect(text).not.toContain('begin at');
	});

	test('by a few seconds, or with all that it ever said, they are what it said next', () => {
		expect(draw(paused(3000)).join('\n')).toContain('said 3000');
		const whole = paused(30 * minute).do({type: 'logs/older-changed', older: 'none'});
		expect(draw(whole).join('\n')).toContain(`said ${30 * minute}`);
	});
});

test('the log is looked through once, until it is another one', () => {
	const scene = paused(...Array.from({length: 2000}, (_, index) => index - 1999));
	const view = scene.view(200, 60);
	const at = vi.spyOn(view.logs, 'at');
	const first = draw(scene, view);
	expect(at.mock.calls.length).toBeGreaterThan(1999);
	at.mockClear();
	expect(draw(scene, view)).toEqual(first);
	expect(at.mock.calls.length).toBeLessThan(200);
	scene.say(['shop-api-1', aLine('another', startMillis)]);
	at.mockClear();
	draw(scene, view);
	expect(at.mock.calls.length).toBeGreaterThan(1999);
});
