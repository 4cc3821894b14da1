import {expect, test} from 'vitest';
import {EngineError} from '../../../source/model/engine-error.ts';
import {aContainer, keyOf, startMillis} from '../../helpers/builders.ts';
import {died} from '../../helpers/engine-events.ts';
import {unreachable} from '../../helpers/fake-engine.ts';
import {Watcher} from '../../helpers/watcher.ts';

const told = (watcher: Watcher) =>
	watcher.user.state.timeline.map(({event, name}) => `${name ?? ''} ${event.kind}`.trim());

const before = {...died('gone'), atMillis: startMillis - 60_000, name: 'gone'};

test('the past is asked for once, and changes nothing but the timeline', async () => {
	const watcher = await Watcher.begin([aContainer('api')], engine => {
		engine.past = [before, {...died('api'), atMillis: startMillis - 50_000, name: 'api'}];
	});
	expect(told(watcher)).toEqual(['gone container.died', 'api container.died']);
	expect(watcher.user.state.containers.byKey.get(keyOf('api'))?.state).toBe('running');
	watcher.engine.crash(unreachable);
	await watcher.pass(1000);
	watcher.engine.recover();
	await watcher.pass(5000);
	expect(watcher.engine.count('pastEvents')).toBe(1);
	expect(told(watcher)).toEqual([
		...['gone container.died', 'api container.died'],
		...['connection.lost', 'connection.back'],
	]);
});

test('an engine that does not tell it is watched all the same', async () => {
	const watcher = await Watcher.begin([aContainer('api')], engine =>
		engine.trouble('pastEvents', new EngineError('internal', 'no events here')),
	);
	expect(watcher.user.list).toEqual(['> api']);
	expect(told(watcher)).toEqual([]);
	watcher.engine.emit(died('api'));
	await watcher.pass();
	expect(told(watcher)).toEqual(['api container.died']);
});
