import {expect, test} from 'vitest';
import {ContainerMap} from '../../../source/store/container-map.ts';
import {findService} from '../../../source/store/find-service.ts';
import {aContainer, exited, ofProject} from '../../helpers/builders.ts';

const many = Array.from({length: 600}, (_, index) => aContainer(`batch-${index}`, exited()));
const workers = [1, 2].map(number => ofProject('shop', 'worker', {}, number));
const once = aContainer('once', {
	compose: {project: 'shop', service: 'worker', number: 1, oneOff: true},
});

test('the containers of a service, wherever they stand in the list', () => {
	const [first, second] = workers;
	const map = ContainerMap.of([...workers.slice(0, 1), ...many, once, ...workers.slice(1)]);
	expect(findService(map, 'shop', 'worker')).toEqual([first, second]);
	expect(findService(map, 'billing', 'worker')).toEqual([]);
	expect(findService(map, 'shop', 'worker')).toBe(findService(map, 'shop', 'worker'));
});

test('as they are now', () => {
	const map = ContainerMap.of(workers);
	expect(findService(map, 'shop', 'worker')).toHaveLength(2);
	const stopped = ofProject('shop', 'worker', exited(1), 2);
	expect(findService(map.replace(stopped), 'shop', 'worker')[1]?.state).toBe('exited');
});
