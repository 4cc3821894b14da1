import {expect, test} from 'vitest';
import type {Action} from '../../../source/store/action.ts';
import {anEndpoint, startMillis} from '../../helpers/builders.ts';
import {stateAfter} from '../../helpers/user.ts';

const pointed: Action = {type: 'stats/pointed', atMillis: startMillis};

test('all charts at first, as far back as suits what is known', () => {
	expect(stateAfter().stats).toEqual({
		...{chart: 'cpu', isZoomed: false, isCompared: false},
	});
});

test('another range or chart leaves the cursor where it is', () => {
	const {stats} = stateAfter(
		pointed,
		{type: 'stats/range-chosen', range: '24h'},
		{type: 'stats/chart-chosen', chart: 'disk'},
	);
	expect(stats).toMatchObject({range: '24h', chart: 'disk', cursorMillis: startMillis});
});

test('a step back leaves the innermost thing, and where there is none nothing', () => {
	const all: readonly Action[] = [
		...[{type: 'stats/compared', isCompared: true} as const, pointed],
		{type: 'stats/zoomed', isZoomed: true},
	];
	const back: Action = {type: 'stats/stepped-back'};
	expect(stateAfter(...all, back).stats).toMatchObject({isZoomed: true, isCompared: true});
	expect(stateAfter(...all, back).stats.cursorMillis).toBeUndefined();
	expect(stateAfter(...all, back, back).stats).toMatchObject({isZoomed: false, isCompared: true});
	expect(stateAfter(...all, back, back, back, back).stats).toEqual(stateAfter().stats);
});

test('another engine has another past', () => {
	const chosen: Action = {type: 'endpoint/chosen', endpoint: anEndpoint, atMillis: startMillis};
	expect(stateAfter(pointed, chosen).stats.cursorMillis).toBeUndefined();
});
