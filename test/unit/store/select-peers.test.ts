import {expect, test} from 'vitest';
import {selectPeers, selectService, selectSharers} from '../../../source/store/select-peers.ts';
import {aContainer, exited, ofProject} from '../../helpers/builders.ts';
import {stateAfter} from '../../helpers/user.ts';

const inBack = {networks: [{name: 'back'}, {name: 'front'}]};
const withData = {
	mounts: [{type: 'volume', source: 'data', destination: '/data', writable: true}],
} as const;

const api = aContainer('api', {...inBack, ...withData});
const state = stateAfter({
	type: 'containers/listed',
	containers: [
		api,
		aContainer('cache', {networks: [{name: 'back'}]}),
		aContainer('web', {networks: [{name: 'front'}], ...withData}),
		aContainer('old', {...inBack, ...exited(0)}),
	],
	atMillis: 0,
});

const names = (containers: readonly {readonly name: string}[]) => containers.map(({name}) => name);

test('peers are others that are up in the same network', () => {
	expect(names(selectPeers(state, api, 'back'))).toEqual(['cache']);
	expect(names(selectPeers(state, api, 'front'))).toEqual(['web']);
	expect(selectPeers(state, api, 'none')).toEqual([]);
});

test('sharers are others that are up and have the volume', () => {
	expect(names(selectSharers(state, api, 'data'))).toEqual(['web']);
	expect(selectSharers(state, api, '/data')).toEqual([]);
});

test('a service is its replicas that are up', () => {
	const shop = stateAfter({
		type: 'containers/listed',
		containers: [
			ofProject('shop', 'api', {}, 1),
			ofProject('shop', 'api', exited(1), 2),
			ofProject('billing', 'api'),
		],
		atMillis: 0,
	});
	expect(names(selectService(shop, 'shop', 'api'))).toHaveLength(1);
	expect(selectService(shop, 'shop', 'web')).toEqual([]);
});
