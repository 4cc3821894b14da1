import {expect, test} from 'vitest';
import {hitList} from '../../../../source/view/pages/hit-list.ts';
import {pages} from '../../../../source/view/pages/index.ts';
import {keyOf} from '../../../helpers/builders.ts';
import {scenes} from '../../../helpers/view-states.ts';

const things = [...'abcdefgh'].map(id => ({id}));

const hit = (y: number, place?: Parameters<typeof hitList>[0]['place']) => {
	const found = hitList({page: 'events', things, place, rows: 4, headRows: 2}, y);
	return found?.kind === 'dispatch' ? found.actions : found;
};

test('a click puts the cursor on the row, and nothing moves', () => {
	expect(hit(2)).toEqual([
		{type: 'page/moved', page: 'events', place: {id: 'a', index: 0, row: 0}},
	]);
	expect(hit(4, {id: 'e', index: 4, row: 1})).toEqual([
		{type: 'page/moved', page: 'events', place: {id: 'f', index: 5, row: 2}},
	]);
});

test('a click above or below the list does nothing', () => {
	expect([0, 1, 6, 20].map(y => hit(y))).toEqual([undefined, undefined, undefined, undefined]);
});

test('on the screen of problems a click chooses the one that is drawn there', () => {
	const scene = scenes.ready().do({type: 'frame/view-chosen', view: 'problems'});
	const found = pages.problems.hit?.(scene.view(80, 24), {x: 10, y: 3}, 80, 21);
	expect(found).toMatchObject({
		actions: [{place: {id: `unhealthy ${keyOf('shop-mailer-1')}`, index: 1, row: 1}}],
	});
});
