import {describe, expect, test} from 'vitest';
import {EngineError} from '../../../source/model/engine-error.ts';
import type {LogLine} from '../../../source/model/log-line.ts';
import {
	aContainer,
	aLine,
	exited,
	ofProject,
	someDetails,
	startMillis,
	targetOf,
	usages,
} from '../../helpers/builders.ts';
import {changed, destroyed, died} from '../../helpers/engine-events.ts';
import {Watcher} from '../../helpers/watcher.ts';

const settle = 100;
const two = [aContainer('api'), aContainer('db')];

const status = (watcher: Watcher) => watcher.user.state.logs.status;

const write = async (watcher: Watcher, name: string, ...texts: readonly string[]) => {
	watcher.engine.log(name).push(texts.map((text, index) => aLine(text, startMillis + index)));
	await watcher.pass();
};

const follow = async (containers = two): Promise<Watcher> => {
	const watcher = await Watcher.begin(containers);
	await watcher.pass(settle);
	return watcher;
};

describe('the log of the selection', () => {
	test('begins with what was written lately and goes on', async () => {
		const watcher = await follow();
		expect(watcher.engine.logRequests[0]).toMatchObject({
			name: 'api',
			options: {follow: true, tail: 500, tty: false},
		});
		expect(status(watcher)).toEqual({kind: 'following'});
		await write(watcher, 'api', 'GET /', 'GET /favicon.ico');
		expect(watcher.log).toEqual(['GET /', 'GET /favicon.ico']);
		expect(watcher.user.state.logs.version).toBe(watcher.user.logs.version);
	});

	test('is read as one raw stream where the container has a terminal', async () => {
		const watcher = await Watcher.begin(two, engine =>
			engine.details.set('api', someDetails({tty: true})),
		);
		await watcher.pass(settle);
		expect(watcher.engine.logRequests[0]?.options.tty).toBe(true);
	});

	test('changes with the selection, and the old lines are gone at once', async () => {
		const watcher = await follow();
		await write(watcher, 'api', 'of the api');
		watcher.user.press('down');
		await watcher.pass();
		expect(watcher.log).toEqual([]);
		expect(watcher.user.state.logs).toMatchObject({
			target: targetOf('db'),
			status: {kind: 'opening'},
		});
		expect(watcher.engine.log('api').isClosed).toBe(true);
		await watcher.pass(settle);
		await write(watcher, 'db', 'of the database');
		expect(watcher.log).toEqual(['of the database']);
	});

	test('is not asked for while the cursor only passes', async () => {
		const names = Array.from({length: 30}, (_, index) => aContainer(`c${index + 10}`));
		const watcher = await follow(names);
		for (let row = 0; row < 29; row++) {
			watcher.user.press('down');
			await watcher.pass(30);
		}
		await watcher.pass(settle);
		expect(watcher.engine.logRequests.map(({name}) => name)).toEqual(['c10', 'c39']);
	});

	test('is nothing where nothing is selected', async () => {
		const watcher = await follow([]);
		expect(status(watcher)).toEqual({kind: 'idle'});
		expect(watcher.user.state.logs).not.toHaveProperty('target');
	});

	test('is nothing while the filter finds nothing', async () => {
		const watcher = await follow();
		watcher.user.press('/');
		watcher.user.type('nginx');
		await watcher.pass(settle);
		expect(watcher.user.state.logs).not.toHaveProperty('target');
		watcher.user.press('escape');
		await watcher.pass(settle);
		expect(status(watcher)).toEqual({kind: 'following'});
	});
});

describe('a log in trouble', () => {
	test('that cannot be read at all says why and is not asked for again', async () => {
		const watcher = await Watcher.begin(two, engine =>
			engine.trouble('logs api', new EngineError('unsupported', 'log driver none')),
		);
		await watcher.pass(60_000);
		expect(status(watcher)).toMatchObject({kind: 'failed', failure: {message: 'log driver none'}});
		expect(watcher.engine.count('logs')).toBe(1);
	});

	test('that fails is tried again', async () => {
		const watcher = await follow();
		await write(watcher, 'api', 'one');
		watcher.engine.log('api').fail(new EngineError('unreachable', 'the stream broke'));
		await watcher.pass();
		expect(status(watcher)).toMatchObject({kind: 'failed'});
		await watcher.pass(500);
		expect(status(watcher)).toEqual({kind: 'following'});
		expect(watcher.log).toEqual(['one']);
	});

	test('that fails in another way says so', async () => {
		const watcher = await Watcher.begin(two, engine =>
			engine.trouble('logs api', new EngineError('protocol', 'the first reason')),
		);
		await watcher.pass(settle);
		expect(status(watcher)).toMatchObject({failure: {message: 'the first reason'}});
		watcher.engine.trouble('logs api', new EngineError('protocol', 'the second reason'));
		await watcher.pass(1000);
		expect(status(watcher)).toMatchObject({failure: {message: 'the second reason'}});
	});

	test('of a lost engine goes on when it is back, without a hole or a separator', async () => {
		const watcher = await follow();
		await write(watcher, 'api', 'one');
		const before = watcher.engine.count('inspect api') + watcher.engine.count('logs');
		watcher.engine.crash();
		await watcher.pass(20_000);
		const asked = watcher.engine.count('inspect api') + watcher.engine.count('logs') - before;
		expect(asked).toBeLessThan(3);
		watcher.engine.recover();
		await watcher.pass(6000);
		watcher.engine.log('api').push([aLine('one', startMillis), aLine('two', startMillis + 1)]);
		await watcher.pass();
		expect(watcher.log).toEqual(['one', 'two']);
	});

	test('that hangs on a connection that died silently goes on with the next one', async () => {
		const watcher = await follow();
		await write(watcher, 'api', 'one');
		const hanging = watcher.engine.log('api');
		watcher.engine.trouble('ping', new EngineError('timeout', 'No answer within 2 s: ping'));
		watcher.engine.trouble('connect', 'hang');
		watcher.engine.trouble('list', 'hang');
		await watcher.pass(5000);
		expect(watcher.user.state.connection.status).toBe('stale');
		expect(hanging.isClosed).toBe(false);
		await watcher.pass(30_000);
		expect(watcher.user.state.connection.status).toBe('lost');
		expect(hanging.isClosed).toBe(true);
		expect(status(watcher)).toEqual({kind: 'following'});
		watcher.engine.recover();
		await watcher.pass(1000);
		watcher.engine.log('api').push([aLine('one', startMillis), aLine('two', startMillis + 1)]);
		await watcher.pass();
		expect(watcher.log).toEqual(['one', 'two']);
		expect(status(watcher)).toEqual({kind: 'following'});
	});

	test('of a container that is removed ends with it', async () => {
		const watcher = await follow();
		watcher.becomes(aContainer('db'));
		watcher.engine.log('api').fail(new EngineError('not-found', 'No such container'));
		watcher.engine.emit({...died('api'), kind: 'container.destroyed'});
		await watcher.pass(settle);
		expect(watcher.user.selected).toBe('db');
		expect(status(watcher)).toEqual({kind: 'following'});
	});
});

describe('the log of a project', () => {
	const shop = ['api', 'worker', 'db'].map(service => ofProject('shop', service));

	const followProject = async (containers = shop): Promise<Watcher> => {
		const watcher = await Watcher.begin(containers);
		watcher.user.press('g');
		await watcher.pass(settle);
		return watcher;
	};

	test('is that of all its containers, in the order of the engine', async () => {
		const watcher = await followProject();
		const at = (millis: number) => startMillis + millis;
		watcher.engine.log('shop-db-1').push([aLine('third', at(30)), aLine('fourth', at(40))]);
		await watcher.pass(50);
		watcher.engine.log('shop-api-1').push([aLine('first', at(10)), aLine('fifth', at(50))]);
		await watcher.pass(50);
		watcher.engine.log('shop-worker-1').push([aLine('second', at(20))]);
		await watcher.pass(50);
		expect(watcher.log).toEqual([]);
		await watcher.pass(100);
		expect(watcher.log).toEqual(['first', 'second', 'third', 'fourth', 'fifth']);
	});

	test('is in order too where one of its streams takes a second to open', async () => {
		const watcher = await Watcher.begin(shop, engine => engine.trouble('logs shop-db-1', 'hang'));
		watcher.user.press('g');
		await watcher.pass(settle);
		await write(watcher, 'shop-api-1', 'second', 'third');
		await watcher.pass(1000);
		watcher.engine.recover();
		await watcher.pass();
		watcher.engine.log('shop-db-1').push([aLine('first', startMillis - 1)]);
		await watcher.pass(200);
		expect(watcher.log).toEqual(['first', 'second', 'third']);
	});

	test('is not opened anew because the list is sorted anew', async () => {
		const watcher = await followProject();
		const before = watcher.engine.logRequests.length;
		for (const busy of ['db', 'worker', 'api']) {
			const cpu = usages({'shop-api-1': 1, 'shop-db-1': 1, 'shop-worker-1': 1});
			watcher.user.dispatch({type: 'stats/sampled', usages: cpu});
			watcher.user.dispatch({type: 'stats/sampled', usages: usages({[`shop-${busy}-1`]: 90})});
			await watcher.pass(4000);
			expect(watcher.user.list[1]).toBe(`  ${busy}`);
		}
		expect(watcher.engine.logRequests).toHaveLength(before);
	});

	test('goes on undisturbed when a container joins it', async () => {
		const watcher = await followProject();
		watcher.engine.log('shop-api-1').push([aLine('from before', startMillis)]);
		await watcher.pass(500);
		const before = watcher.engine.logRequests.slice(-3).map(({stream}) => stream);
		const mail = ofProject('shop', 'mail', {createdAtMillis: startMillis + 2000});
		const startedAtMillis = startMillis + 2100;
		watcher.engine.details.set('shop-mail-1', someDetails({startedAtMillis}));
		await watcher.pass(2000);
		watcher.becomes(...shop, mail);
		watcher.engine.emit(changed('shop-mail-1'));
		await watcher.pass(500);
		expect(before.every(({isClosed}) => !isClosed)).toBe(true);
		watcher.engine.log('shop-mail-1').push([aLine('first mail', startedAtMillis + 1)]);
		await watcher.pass(300);
		expect(watcher.log).toEqual(['from before', '-- started --', 'first mail']);
	});

	test('keeps the lines of a container that is removed, and of its project when all are', async () => {
		const watcher = await followProject();
		watcher.user.dispatch({type: 'logs/pinned', target: {kind: 'project', project: 'shop'}});
		watcher.engine.log('shop-api-1').push([aLine('last words', startMillis)]);
		await watcher.pass(500);
		for (const left of [2, 1, 0]) {
			watcher.becomes(aContainer('other'), ...shop.slice(3 - left));
			const gone = shop[2 - left];
			if (gone) watcher.engine.log(gone.name).end();
			if (gone) watcher.engine.emit(destroyed(gone.name));
			await watcher.pass(1500);
			expect(watcher.log).toEqual(['last words']);
		}
		expect(status(watcher)).toEqual({kind: 'gone'});
		expect([...watcher.user.state.logs.sources.values()].map(({name}) => name)).toEqual(
			expect.arrayContaining(['api', 'worker', 'db']),
		);
	});

	test('goes on as long as one of them can be followed', async () => {
		const watcher = await Watcher.begin(shop, engine =>
			engine.trouble('logs shop-db-1', new EngineError('unsupported', 'log driver none')),
		);
		watcher.user.press('g');
		await watcher.pass(settle);
		expect(status(watcher)).toEqual({kind: 'following'});
		watcher.engine.log('shop-api-1').end();
		await watcher.pass();
		expect(status(watcher)).toEqual({kind: 'following'});
		watcher.engine.log('shop-worker-1').end();
		await watcher.pass();
		expect(status(watcher)).toEqual({kind: 'ended'});
	});

	test('opens a hundred and more, and says what is left out behind what they have written before', async () => {
		const many = Array.from({length: 140}, (_, index) => ofProject('shop', `job${index}`));
		const watcher = await followProject(many);
		const open = watcher.engine.logRequests.filter(({stream}) => !stream.isClosed);
		expect(open).toHaveLength(128);
		open.at(0)?.stream.push([aLine('from before', startMillis - 1000)]);
		await watcher.pass(200);
		expect(watcher.log).toEqual(['from before', '-- following 128 of 140 --']);
		await watcher.pass(5000);
		open.at(1)?.stream.push([aLine('later', startMillis + 5000)]);
		await watcher.pass(200);
		expect(watcher.log.slice(1)).toEqual(['-- following 128 of 140 --', 'later']);
	});

	test('gives the stream of one that has stopped to one that found no place', async () => {
		const many = Array.from({length: 130}, (_, index) => ofProject('shop', `job${index}`));
		const watcher = await followProject(many);
		const opened = watcher.engine.logRequests.slice(-128);
		const left = many.filter(({name}) => opened.every(each => each.name !== name));
		expect(left).toHaveLength(2);
		const first = opened[0]?.name ?? '';
		for (const {name} of left)
			watcher.engine.written.set(name, [
				aLine('of long ago', startMillis - 60_000),
				aLine('of now', startMillis + 1000),
			]);
		await watcher.pass(1000);
		watcher.becomes(...many.map(each => (each.name === first ? {...each, ...exited(0)} : each)));
		watcher.engine.log(first).end();
		watcher.engine.emit(died(first));
		await watcher.pass(1000);
		const later = watcher.engine.logRequests.slice(
			watcher.engine.logRequests.indexOf(opened[127] as never) + 1,
		);
		expect(later.map(({name}) => name)).toEqual([left[0]?.name]);
		expect(watcher.log).toContain('of now');
		expect(watcher.log).not.toContain('of long ago');
	});

	test('names sources of several projects with their projects', async () => {
		const watcher = await Watcher.begin([ofProject('blog', 'api'), ofProject('shop', 'api')]);
		watcher.user.dispatch({type: 'logs/pinned', target: {kind: 'all'}});
		await watcher.pass(settle);
		const names = [...watcher.user.state.logs.sources.values()].map(({name}) => name);
		expect(names.toSorted()).toEqual(['blog/api', 'shop/api']);
	});
});

describe('a log whose clock was put back', () => {
	const hour = 3_600_000;
	const at = (millis: number) => aLine(`at ${millis}`, startMillis + millis);
	const cut = async (watcher: Watcher): Promise<void> => {
		watcher.engine.log('api').fail(new EngineError('unreachable', 'the stream broke'));
		await watcher.pass(600);
	};

	test('goes on at the line that was read last, and shows nothing twice', async () => {
		const watcher = await follow();
		watcher.engine.log('api').push([at(0), at(1000), at(-hour), at(9 - hour)]);
		await cut(watcher);
		const {since} = watcher.engine.logRequests.at(-1)?.options ?? {};
		expect(Number(since)).toBeCloseTo((startMillis + 9 - hour) / 1000 - 0.1, 3);
		watcher.engine.log('api').push([at(0), at(1000), at(-hour), at(9 - hour), at(50 - hour)]);
		await watcher.pass();
		expect(watcher.log).toEqual(
			[at(0), at(1000), at(-hour), at(9 - hour), at(50 - hour)].map(textOf),
		);
	});

	test('shows what came since, behind a gap, where the line that was read last is gone', async () => {
		const watcher = await follow();
		watcher.engine.log('api').push([at(0), at(1000), at(-hour)]);
		await cut(watcher);
		watcher.engine.log('api').push([at(200 - hour)]);
		await watcher.pass(2000);
		expect(watcher.log).toHaveLength(3);
		await watcher.pass(8000);
		expect(watcher.log.slice(3)).toEqual(['-- lines of 0.2s skipped --', `at ${200 - hour}`]);
	});

	test('shows it at once where the container stops', async () => {
		const watcher = await follow();
		watcher.engine.log('api').push([at(0), at(1000), at(-hour)]);
		await cut(watcher);
		watcher.engine.log('api').push([at(200 - hour)]);
		watcher.engine.log('api').end();
		await watcher.pass();
		expect(watcher.log.slice(3, 5)).toEqual(['-- lines of 0.2s skipped --', `at ${200 - hour}`]);
	});
});

const textOf = (line: LogLine): string => (line.kind === 'line' ? line.text : line.reason);
