import {afterAll, describe, test} from 'vitest';
import {findRealEngine} from '../helpers/docker.ts';
import {realDebugCases} from './real-debug-cases.ts';
import {realExecCases} from './real-exec-cases.ts';
import {realWatchCases} from './real-watch-cases.ts';

const found = await findRealEngine();
if (typeof found === 'string') test('shells of a real engine', ({skip}) => skip(found));
else {
	afterAll(() => found.cleanup());
	describe.concurrent('shells of a real engine', () => realExecCases(found));
	describe.concurrent('what watches shells of a real engine', () => realWatchCases(found));
	describe.concurrent('debug containers of a real engine', () => realDebugCases(found));
}
