import {afterAll, describe, test} from 'vitest';
import {findRealEngine} from '../helpers/docker.ts';
import {cgroupCases} from './cgroup-cases.ts';
import {parityCases} from './parity-cases.ts';
import {realDetailCases} from './real-detail-cases.ts';

const found = await findRealEngine();
if (typeof found === 'string') test('figures of a real engine', ({skip}) => skip(found));
else {
	afterAll(() => found.cleanup());
	describe('one container of a real engine, closely', () => realDetailCases(found));
	describe('figures read from cgroup files', () => parityCases(found, 'cgroup'));
	describe('figures asked of the engine', () => parityCases(found, 'api'));
	describe('both ways to figures', () => cgroupCases(found));
}
