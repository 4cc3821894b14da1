import {expect, test} from 'vitest';
import {LogBook} from '../../../source/store/logs/log-book.ts';
import {createStore} from '../../../source/store/store.ts';
import {appendLines} from '../../../source/sync/append-lines.ts';
import {aLine, anEngine, sourceOf, startMillis} from '../../helpers/builders.ts';
import {FakeClock} from '../../helpers/fake-clock.ts';
import {stateAfter} from '../../helpers/user.ts';

test('how late a line comes is measured by the clock of the engine that wrote it', () => {
	const clock = new FakeClock();
	const engine = {...anEngine, clockOffsetMillis: 60_000};
	const state = stateAfter({type: 'connection/opened', engine, atMillis: startMillis});
	const store = createStore(state, flush => flush());
	const logs = new LogBook();
	logs.clear(startMillis + 60_000 - 10_000);
	const written = startMillis + 60_000 - 4000;
	appendLines({logs, store, clock}, [
		{source: sourceOf('api'), line: aLine('old', written - 60_000)},
		{source: sourceOf('api'), line: aLine('late', written)},
	]);
	expect(logs.rates.behindMillis(startMillis + 60_000)).toBe(4000);
	expect(store.getState().logs.version).toBe(logs.version);
});
