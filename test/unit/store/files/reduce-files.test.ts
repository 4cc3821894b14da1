import {expect, test} from 'vitest';
import type {FileCopy} from '../../../../source/store/files/files-state.ts';
import {anEndpoint, keyOf, startMillis} from '../../../helpers/builders.ts';
import {stateAfter} from '../../../helpers/user.ts';

const wanted = {type: 'files/wanted', key: keyOf('api'), path: '/app'} as const;
const copy: FileCopy = {
	...{direction: 'out', name: 'api', from: 'api:/app', to: '/srv', startedAtMillis: startMillis},
	...{bytes: 0, files: 0},
};

test('an answer counts for the last wish alone', () => {
	const listing = {path: '/app', entries: []};
	expect(stateAfter(wanted, {type: 'files/listed', wish: 0, listing}).files.listing.status).toBe(
		'loading',
	);
	expect(stateAfter(wanted, {type: 'files/listed', wish: 1, listing}).files.listing).toEqual({
		...{status: 'ready', value: listing},
	});
});

test('a link leads to another path', () => {
	const listing = {path: '/usr/bin', entries: []};
	expect(stateAfter(wanted, {type: 'files/listed', wish: 1, listing}).files.path).toBe('/usr/bin');
});

test('a copy goes on until it ends, and progress of none is nothing', () => {
	const began = {type: 'copy/began', copy} as const;
	const advanced = {type: 'copy/advanced', bytes: 7, files: 1} as const;
	expect(stateAfter(began, advanced).files.copy).toMatchObject({bytes: 7, files: 1});
	expect(stateAfter(began, {type: 'copy/ended'}, advanced).files.copy).toBeUndefined();
});

test('of another engine nothing is left', () => {
	const chosen = {type: 'endpoint/chosen', endpoint: anEndpoint, atMillis: startMillis} as const;
	expect(stateAfter(wanted, chosen).files.key).toBeUndefined();
});
