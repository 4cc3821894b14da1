import {expect, test} from 'vitest';
import {reduceCompose} from '../../../../source/store/act/reduce-compose.ts';
import {anEndpoint, startMillis} from '../../../helpers/builders.ts';
import {aPlace, aService, legacyTool} from '../../../helpers/compose.ts';
import {stateAfter} from '../../../helpers/user.ts';

const read = [
	{type: 'compose/tool-found', tool: legacyTool},
	{type: 'compose/here-found', project: 'shop'},
	{type: 'compose/placed', project: 'shop', place: aPlace()},
	{type: 'compose/requested', project: 'shop'},
	{type: 'compose/read', project: 'shop', services: [aService('api')], atMillis: 5},
] as const;

test('what was found and read is kept', () => {
	const {compose} = stateAfter(...read);
	expect(compose).toMatchObject({tool: legacyTool, here: 'shop'});
	expect(compose.places.get('shop')).toEqual(aPlace());
	expect(compose.readings.get('shop')).toEqual({
		...{isUnderWay: false, services: [aService('api')], readAtMillis: 5},
	});
});

test('while it is read again, and where that fails, what was read before still stands', () => {
	const asked = stateAfter(...read, {type: 'compose/requested', project: 'shop'});
	expect(asked.compose.readings.get('shop')).toMatchObject({isUnderWay: true, readAtMillis: 5});
	const failed = reduceCompose(asked, {type: 'compose/failed', project: 'shop', problem: 'no'});
	expect(failed.compose.readings.get('shop')).toMatchObject({
		...{isUnderWay: false, problem: 'no', services: [aService('api')]},
	});
	const again = reduceCompose(failed, read[4]);
	expect(again.compose.readings.get('shop')?.problem).toBeUndefined();
});

test('with another engine nothing is known any more', () => {
	const state = stateAfter(...read, {
		...{type: 'endpoint/chosen', endpoint: anEndpoint, atMillis: startMillis},
	});
	expect(state.compose).toEqual({places: new Map(), readings: new Map()});
});

test('everything else leaves it as it is', () => {
	const state = stateAfter(...read);
	expect(reduceCompose(state, {type: 'clock/ticked', atMillis: 9})).toBe(state);
	const gone = reduceCompose(state, {type: 'compose/here-found'});
	expect('here' in gone.compose).toBe(false);
});
