import {afterAll, describe, test} from 'vitest';
import {findRealEngine} from '../helpers/docker.ts';
import {realFollowCases} from './real-follow-cases.ts';
import {realLogCases} from './real-log-cases.ts';

const found = await findRealEngine();
if (typeof found === 'string') test('logs of a real engine', ({skip}) => skip(found));
else {
	afterAll(() => found.cleanup());
	describe('logs of a real engine', () => realLogCases(found));
	describe.concurrent('logs of a real engine, followed', () => realFollowCases(found));
}
