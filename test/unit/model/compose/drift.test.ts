import {expect, test} from 'vitest';
import {driftOf, isAskedFor} from '../../../../source/model/compose/drift.ts';
import {aService, composed, hashed, legacyTool} from '../../../helpers/compose.ts';

const services = [
	aService('api', {hash: 'a1'}),
	aService('sick', {hash: 'b2', profiles: ['broken']}),
	aService('off', {hash: 'c3', wanted: 0}),
	aService('mute'),
];
const files = new Map(services.map(service => [service.name, service]));

test.each([
	['made of the same', 'api', [composed('api', hashed('a1'))], 'same'],
	['made of something else', 'api', [composed('api', hashed('00'))], 'differs'],
	[
		'one of two replicas is old',
		'api',
		[composed('api', hashed('a1')), composed('api', hashed('00'), {}, 2)],
		'differs',
	],
	['nobody said what of', 'api', [composed('api')], 'unknown'],
	['Compose told no hash', 'mute', [composed('mute', hashed('a1'))], 'unknown'],
	['not made yet', 'api', [], 'not-created'],
	['of a profile that is not in use', 'sick', [], 'same'],
	['none is wanted', 'off', [], 'same'],
	['gone from the files', 'old', [composed('old', hashed('a1'))], 'orphan'],
] as const)('%s: %s', (_, service, containers, drift) => {
	expect(driftOf(service, containers, files, legacyTool)).toBe(drift);
});

test('without files nothing is known', () => {
	expect(driftOf('api', [composed('api', hashed('a1'))], undefined, legacyTool)).toBe('unknown');
});

test('Compose 2 counts differently, so that it says nothing of what Compose 1 made', () => {
	const newer = {...legacyTool, isLegacy: false};
	expect(driftOf('api', [composed('api', hashed('a1'))], files, newer)).toBe('unknown');
});

test('what a profile starts is not asked for by itself', () => {
	expect(services.map(isAskedFor)).toEqual([true, false, false, true]);
});
