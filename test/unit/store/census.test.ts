import {expect, test} from 'vitest';
import {refKey} from '../../../source/model/ids.ts';
import {takeCensus} from '../../../source/store/census.ts';
import {exited, ofProject} from '../../helpers/builders.ts';

const members = [
	ofProject('shop', 'api'),
	ofProject('shop', 'worker', {}, 1),
	ofProject('shop', 'worker', {state: 'restarting'}, 2),
	ofProject('shop', 'migrate', exited(0)),
].map(container => ({key: refKey(container.ref), container}));
const [api, worker1, worker2, migrate] = members.map(({key}) => key);

test('a group is counted as a whole and by service', () => {
	const {all, services} = takeCensus(members);
	expect(all).toEqual({
		keys: [api, worker1, worker2, migrate],
		measured: [api, worker1],
		running: 2,
		isWell: false,
	});
	expect([...services]).toEqual([
		['api', {keys: [api], measured: [api], running: 1, isWell: true}],
		['worker', {keys: [worker1, worker2], measured: [worker1], running: 1, isWell: false}],
		['migrate', {keys: [migrate], measured: [], running: 0, isWell: true}],
	]);
});
