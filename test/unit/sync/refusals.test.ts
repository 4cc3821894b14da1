import {describe, expect, test} from 'vitest';
import {EngineError} from '../../../source/model/engine-error.ts';
import {aContainer, someDetails} from '../../helpers/builders.ts';
import {changed} from '../../helpers/engine-events.ts';
import {Watcher} from '../../helpers/watcher.ts';

const two = [aContainer('api'), aContainer('db')];

const connection = (watcher: Watcher) => watcher.user.state.connection;

describe('a proxy that forbids a part', () => {
	const forbidden = new EngineError('permission', 'HTTP 403', {isForbidden: true});
	const messages = (watcher: Watcher) => watcher.user.state.messages.map(({text}) => text);

	test('is lived with where it is the events: the list is read often, and that is said once', async () => {
		const watcher = await Watcher.begin(two, engine => engine.trouble('events', forbidden));
		expect(connection(watcher).status).toBe('live');
		expect(watcher.user.state.forbidden).toEqual(['events']);
		watcher.becomes(aContainer('new'));
		await watcher.pass(3500);
		expect(watcher.user.list).toEqual(['> new']);
		await watcher.pass(60_000);
		expect(watcher.engine.count('events')).toBe(1);
		expect(watcher.engine.count('list')).toBeLessThan(25);
		expect(messages(watcher)).toEqual([
			expect.stringContaining('forbids events: the list is read'),
		]);
	});

	test('the words of the list tell then what is to be inspected again', async () => {
		const ran = (status: string) => aContainer('api', {status});
		const watcher = await Watcher.begin([ran('Up 2 hours')], engine =>
			engine.trouble('events', forbidden),
		);
		await watcher.pass(10_000);
		expect(watcher.engine.count('inspect api')).toBe(1);
		watcher.engine.details.set('api', someDetails({restartCount: 3}));
		watcher.becomes(ran('Up 1 second'));
		await watcher.pass(5000);
		const [api] = watcher.user.state.containers.byKey.values();
		expect(api?.details?.restartCount).toBe(3);
	});

	test('but of what has stopped they tell how long ago, which is no news', async () => {
		const ended = (minutes: number) =>
			aContainer('old', {state: 'exited', status: `Exited (0) ${minutes} minutes ago`});
		const watcher = await Watcher.begin([ended(1)], engine => engine.trouble('events', forbidden));
		await watcher.pass(5000);
		const before = watcher.engine.count('inspect old');
		watcher.becomes(ended(2));
		await watcher.pass(5000);
		expect(watcher.engine.count('inspect old')).toBe(before);
	});

	test('and nothing where inspects are forbidden too', async () => {
		const ran = (status: string) => [aContainer('api'), aContainer('db', {status})];
		const watcher = await Watcher.begin(ran('Up 2 hours'), engine => {
			engine.trouble('events', forbidden);
			engine.trouble('inspect', forbidden);
		});
		await watcher.pass(5000);
		expect(watcher.user.state.forbidden).toEqual(['events', 'inspect']);
		// The log of the other one stands on the screen, and asks by itself.
		const before = watcher.engine.count('inspect db');
		watcher.becomes(...ran('Up 1 second'));
		await watcher.pass(5000);
		expect(watcher.engine.count('inspect db')).toBe(before);
	});

	test('a container that may not be inspected is not asked about again and again', async () => {
		const watcher = await Watcher.begin(two, engine => engine.trouble('inspect', forbidden));
		await watcher.pass(120_000);
		// The other one is asked about by its log, which stands on the screen, every five seconds.
		expect(watcher.engine.count('inspect db')).toBe(1);
		expect(watcher.engine.count('inspect api')).toBeLessThan(30);
		expect(watcher.user.state.forbidden).toEqual(['inspect']);
		watcher.engine.trouble('inspect', undefined);
		watcher.engine.emit(changed('db', 'start'));
		await watcher.pass(1000);
		expect(watcher.engine.count('inspect db')).toBe(2);
	});

	test('what was forbidden at the connect is forgotten with the connection', async () => {
		const watcher = await Watcher.begin(two, engine => {
			engine.info = {...engine.info, forbidden: ['info']};
		});
		expect(watcher.user.state.forbidden).toEqual(['info']);
		watcher.engine.info = {...watcher.engine.info, forbidden: []};
		watcher.engine.crash();
		await watcher.pass(1000);
		watcher.engine.recover();
		await watcher.pass(5000);
		expect(connection(watcher).status).toBe('live');
		expect(watcher.user.state.forbidden).toEqual([]);
	});

	test('a list that may not be read is no engine', async () => {
		const watcher = await Watcher.begin(two, engine => engine.trouble('list', forbidden));
		expect(connection(watcher)).toMatchObject({
			status: 'lost',
			failure: {kind: 'permission', message: 'HTTP 403'},
		});
	});
});
