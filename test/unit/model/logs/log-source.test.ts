import {expect, test} from 'vitest';
import {logSourceOf} from '../../../../source/model/logs/log-source.ts';
import {aContainer, ofProject} from '../../../helpers/builders.ts';

test('a container that is made anew has the log of the one before', () => {
	const api = ofProject('shop', 'api');
	const again = {...api, ref: {...api.ref, id: 'f'.repeat(64)}, name: 'shop_api_1'};
	expect(logSourceOf(again)).toBe(logSourceOf(api));
	const plain = aContainer('tool');
	expect(logSourceOf({...plain, ref: {...plain.ref, id: 'f'.repeat(64)}})).toBe(logSourceOf(plain));
});

test('replicas, services of one name in two projects, and names that hold separators are told apart', () => {
	const all = [
		ofProject('shop', 'api', {}, 1),
		ofProject('shop', 'api', {}, 2),
		ofProject('other', 'api', {}, 1),
		ofProject('a/b', 'c'),
		ofProject('a', 'b/c'),
		aContainer('api'),
		aContainer('shop'),
	];
	expect(new Set(all.map(logSourceOf)).size).toBe(all.length);
});

test('a container of `compose run` is itself, and not the service', () => {
	const api = ofProject('shop', 'api');
	const run = {...api, name: 'shop-api-run-1', compose: {...api.compose, oneOff: true}} as never;
	expect(logSourceOf(run)).not.toBe(logSourceOf(api));
});
