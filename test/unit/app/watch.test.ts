import {beforeEach, expect, test} from 'vitest';
import type {OpenedEngine} from '../../../source/app/open-engine.ts';
import {Watch} from '../../../source/app/watch.ts';
import {History} from '../../../source/store/history.ts';
import {initialState} from '../../../source/store/initial-state.ts';
import {LogBook} from '../../../source/store/logs/log-book.ts';
import {LogSheet} from '../../../source/store/logs/log-sheet.ts';
import {createStore, type Store} from '../../../source/store/store.ts';
import {Viewport} from '../../../source/store/viewport.ts';
import {anEndpoint, startMillis} from '../../helpers/builders.ts';
import {FakeEngine} from '../../helpers/fake-engine.ts';

let store: Store;
let watch: Watch;

beforeEach(() => {
	store = createStore(initialState(anEndpoint, startMillis), flush => flush());
	const logs = new LogBook();
	watch = new Watch({
		...{store, history: new History(), logs, sheet: new LogSheet(logs)},
		viewport: new Viewport(),
	});
});

class Opened implements OpenedEngine {
	readonly engine = new FakeEngine();
	readonly endpoint;
	isClosed = false;

	constructor(url: string) {
		this.endpoint = {...anEndpoint, url};
	}

	async *hostSampler(): AsyncGenerator<never> {
		// Of its machine nothing is known.
	}

	async close(): Promise<void> {
		this.isClosed = true;
	}
}

/** Opens when the test says so. */
const slowly = () => {
	const {promise, resolve, reject} = Promise.withResolvers<OpenedEngine>();
	let count = 0;
	const open = (): Promise<OpenedEngine> => {
		count++;
		return promise;
	};
	return {open, resolve, reject, count: () => count};
};

test('what was watched before is closed', async () => {
	const [first, second] = [new Opened('first'), new Opened('second')];
	await watch.begin(async () => first);
	expect(watch.engine).toBe(first.engine);
	await watch.begin(async () => second);
	expect(watch.engine).toBe(second.engine);
	expect(first).toMatchObject({isClosed: true, engine: {isDisposed: true}});
	expect(store.getState().endpoint.url).toBe('second');
	await watch.end();
	expect(second).toMatchObject({isClosed: true, engine: {isDisposed: true}});
});

test('opens no second engine while it opens one', async () => {
	const demo = slowly();
	const both = [watch.begin(demo.open), watch.begin(demo.open)];
	demo.resolve(new Opened('demo'));
	await Promise.all(both);
	expect(demo.count()).toBe(1);
	await watch.end();
});

test('an engine that cannot be opened leaves the one before alone, and another can be tried', async () => {
	const [before, after] = [new Opened('before'), new Opened('after')];
	await watch.begin(async () => before);
	const broken = slowly();
	broken.reject(new Error('no room for a socket'));
	await expect(watch.begin(broken.open)).rejects.toThrow('no room');
	expect(watch.engine).toBe(before.engine);
	await watch.begin(async () => after);
	expect(watch.engine).toBe(after.engine);
	await watch.end();
});

test('leaves nothing running when it ends while it opens an engine', async () => {
	const late = slowly();
	const opened = new Opened('late');
	const begun = watch.begin(late.open);
	const ended = watch.end();
	late.resolve(opened);
	await Promise.all([begun, ended]);
	expect(opened).toMatchObject({isClosed: true, engine: {isDisposed: true, calls: []}});
	expect(watch.engine).toBeUndefined();
});
