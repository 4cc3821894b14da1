import {expect, test} from 'vitest';
import {pages} from '../../../../../source/view/pages/index.ts';
import {startMillis} from '../../../../helpers/builders.ts';
import {Mouse} from '../../../../helpers/mouse.ts';
import {scenes} from '../../../../helpers/view-states.ts';

const [width, height] = [120, 37];

const hit = (x: number, y: number) => {
	const scene = scenes
		.ready()
		.do({type: 'frame/view-chosen', view: 'stats'}, {type: 'stats/range-chosen', range: '5m'});
	return pages.stats.hit?.(scene.view(120, 40), {x, y}, width, height);
};

/** ` 1m [5m] 30m 3h 24h ` ends the first row. */
test('a click on a range chooses it', () => {
	const chosen = (x: number) => hit(x, 0)?.kind === 'dispatch' && hit(x, 0);
	expect(chosen(width - 2)).toMatchObject({actions: [{range: '24h'}]});
	expect(chosen(width - 4)).toMatchObject({actions: [{range: '24h'}]});
	expect(chosen(width - 6)).toMatchObject({actions: [{range: '3h'}]});
	expect(chosen(width - 19)).toMatchObject({actions: [{range: '1m'}]});
	expect(hit(width - 20, 0)).toBeUndefined();
	expect(hit(5, 0)).toBeUndefined();
});

test('a click on the only range that has room goes to the next', () => {
	const scene = scenes.ready().do({type: 'frame/view-chosen', view: 'stats'});
	const mouse = new Mouse(scene, 32, 10);
	mouse.click('[1m]');
	expect(scene.state.stats.range).toBe('5m');
});

test('a click in a chart puts the cursor there and chooses the chart', () => {
	expect(hit(58, 4)).toMatchObject({
		actions: [{type: 'stats/chart-chosen', chart: 'cpu'}, {type: 'stats/pointed'}],
	});
	const middle = hit(7 + 26, 25);
	expect(middle).toMatchObject({actions: [{chart: 'network'}, {type: 'stats/pointed'}]});
	const [, pointed] = middle?.kind === 'dispatch' ? middle.actions : [];
	const at = pointed?.type === 'stats/pointed' ? pointed.atMillis : undefined;
	expect(Math.abs((at ?? 0) - (startMillis - 150_000))).toBeLessThan(10_000);
});

test('a click on the labels only chooses the chart', () => {
	expect(hit(62, 5)).toEqual({
		kind: 'dispatch',
		actions: [{type: 'stats/chart-chosen', chart: 'memory'}],
	});
});
