import {expect, test} from 'vitest';
import {
	mayHaveFiles,
	runnable,
	whyNoFiles,
	whyNoTool,
} from '../../../source/store/why-no-compose.ts';
import {anEndpoint, startMillis} from '../../helpers/builders.ts';
import {aPlace, legacyTool} from '../../helpers/compose.ts';
import {stateAfter} from '../../helpers/user.ts';

const on = (url: string, isDemo = false) =>
	stateAfter({
		...{type: 'endpoint/chosen', endpoint: {...anEndpoint, url, isDemo}, atMillis: startMillis},
	});

test.each([
	['tcp://10.0.0.7:2375', false, 'the engine is not on this machine, and its files are not either'],
	['ssh://ann@web-1', false, 'the engine is not on this machine, and its files are not either'],
	['unix:///tmp/demo.sock', true, 'the demo engine has no files of projects'],
	['unix:///var/run/docker.sock', false, 'Compose is still being looked for'],
])('%s', (url, isDemo, reason) => {
	expect(whyNoTool(on(url, isDemo))).toBe(reason);
	expect(mayHaveFiles(on(url, isDemo))).toBe(reason.startsWith('Compose'));
});

test('step by step it becomes possible', () => {
	const found = {type: 'compose/tool-found', tool: legacyTool} as const;
	expect(whyNoTool(stateAfter({...found, tool: {problem: 'none is installed'}}))).toBe(
		'none is installed',
	);
	const state = stateAfter(found);
	expect(whyNoTool(state)).toBeUndefined();
	expect(whyNoFiles(state, 'shop')).toBe('its files are still being looked for');
	expect(runnable(state, 'shop')).toBeUndefined();
	const placed = {type: 'compose/placed', project: 'shop'} as const;
	const refused = stateAfter(found, {...placed, place: {problem: '/srv is not there'}});
	expect(whyNoFiles(refused, 'shop')).toBe('/srv is not there');
	expect(runnable(refused, 'shop')).toBeUndefined();
	const ready = stateAfter(found, {...placed, place: aPlace()});
	expect(whyNoFiles(ready, 'shop')).toBeUndefined();
	expect(runnable(ready, 'shop')).toEqual({tool: legacyTool, place: aPlace()});
});
