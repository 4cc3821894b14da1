import {expect, test} from 'vitest';
import {waitsOf} from '../../../../source/model/attention/dependencies.ts';
import {withFileWaits} from '../../../../source/store/act/file-waits.ts';
import {aContainer} from '../../../helpers/builders.ts';
import {aService, composed} from '../../../helpers/compose.ts';
import {stateAfter} from '../../../helpers/user.ts';

const waits = [
	{service: 'db', condition: 'service_healthy'},
	{service: 'cache', condition: 'service_started'},
] as const;

const state = stateAfter({
	...{type: 'compose/read', project: 'shop', atMillis: 0},
	services: [aService('api', {waits}), aService('db')],
});

test('what Compose 1 made waits for what its files say', () => {
	const [api, db] = withFileWaits(state, [composed('api'), composed('db')]);
	expect(api && waitsOf(api)).toEqual(waits);
	expect(db && waitsOf(db)).toEqual([]);
});

test('what Compose 2 made says so itself, and of others nothing is known', () => {
	const label = {'com.docker.compose.depends_on': 'queue:service_started:false'};
	const known = composed('api', label);
	const others = [known, aContainer('redis'), composed('old')];
	expect(withFileWaits(state, others)).toEqual(others);
	expect(withFileWaits(state, others)[0]).toBe(known);
});
