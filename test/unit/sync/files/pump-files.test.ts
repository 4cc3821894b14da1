import {describe, expect, test} from 'vitest';
import {EngineError} from '../../../../source/model/engine-error.ts';
import {aContainer, keyOf} from '../../../helpers/builders.ts';
import {Watcher} from '../../../helpers/watcher.ts';

const two = [aContainer('api'), aContainer('db')];

const names = ({user}: Watcher): readonly string[] => {
	const {listing} = user.state.files;
	return listing.status === 'ready' ? listing.value.entries.map(({name}) => name) : [];
};

const opened = async (): Promise<Watcher> => {
	const watcher = await Watcher.begin(two);
	watcher.user.press('F');
	await watcher.pass();
	return watcher;
};

const cursor = ({user}: Watcher): string | undefined => user.state.places.files?.id;

test('nothing is read before the screen is open, then the root, with the cursor on the first', async () => {
	const watcher = await Watcher.begin(two);
	await watcher.pass(5000);
	expect(watcher.engine.files.asked).toEqual([]);
	watcher.user.press('F');
	await watcher.pass();
	expect(names(watcher)).toEqual(['app', 'etc']);
	expect(cursor(watcher)).toBe('app');
	await watcher.pass(60_000);
	expect(watcher.engine.files.asked).toEqual(['list /']);
});

test('one goes in, and comes out to where one was', async () => {
	const watcher = await opened();
	const {user} = watcher;
	user.press('j', 'enter');
	await watcher.pass();
	expect([user.state.files.path, ...names(watcher)]).toEqual(['/etc', 'hosts']);
	user.press('left');
	await watcher.pass();
	expect(user.state.files.path).toBe('/');
	expect(cursor(watcher)).toBe('etc');
	user.press('left');
	expect(user.messages.at(-1)).toContain('nothing is above it');
});

test('a file is viewed with its secrets covered, for ten seconds shown', async () => {
	const watcher = await opened();
	const {user} = watcher;
	user.press('enter');
	await watcher.pass();
	expect(names(watcher)).toEqual(['static', '.env', 'main.py']);
	user.press('j', 'enter');
	await watcher.pass();
	expect(user.state.frame.overlays.at(-1)?.kind).toBe('file');
	expect(user.state.files.viewed?.content?.covered).toEqual(['PORT=8000', 'DB_PASSWORD=******']);
	user.press('v');
	expect(user.state.detail.revealed?.name).toBe('file /app/.env');
	await watcher.pass(11_000);
	expect(user.state.detail.revealed).toBeUndefined();
	user.press('v', 'escape');
	expect(user.state.detail.revealed).toBeUndefined();
	expect([user.state.files.viewed, user.state.frame.view]).toEqual([undefined, 'files']);
});

test('what cannot be read says why, and is read again by a key', async () => {
	const watcher = await Watcher.begin(two);
	const {user, engine} = watcher;
	engine.files.trouble = new EngineError('internal', 'the storage driver hangs password=hunter2');
	user.press('F');
	await watcher.pass();
	const {listing} = user.state.files;
	expect(listing.status === 'failed' && listing.failure.message).toContain('storage driver');
	expect(JSON.stringify(listing)).not.toContain('hunter2');
	engine.files.trouble = undefined;
	user.press('R');
	await watcher.pass();
	expect(names(watcher)).toEqual(['app', 'etc']);
	engine.files.trouble = new EngineError('not-found', 'it has gone');
	user.dispatch({type: 'file/wanted', path: '/etc/hosts'});
	await watcher.pass();
	expect(user.messages.at(-1)).toContain('/etc/hosts cannot be read: it has gone');
	expect(user.state.files.viewed).toBeUndefined();
});

test('of another container all begins anew, and an answer about the one before is dropped', async () => {
	const watcher = await opened();
	const {user} = watcher;
	user.press('enter');
	await watcher.pass();
	const {wish} = user.state.files;
	user.press('escape', 'j', 'F');
	await watcher.pass();
	expect([user.state.files.key, user.state.files.path]).toEqual([keyOf('db'), '/']);
	user.dispatch({type: 'files/listed', wish, listing: {path: '/old', entries: []}});
	expect(user.state.files.path).toBe('/');
});

test('opened again it is read again, for it may have changed', async () => {
	const watcher = await opened();
	watcher.user.press('escape');
	await watcher.pass();
	watcher.engine.files.contents.set('/new', '');
	watcher.user.press('F');
	expect(names(watcher)).toEqual(['app', 'etc']);
	await watcher.pass();
	expect(names(watcher)).toEqual(['app', 'etc', 'new']);
});

test('a link to a file shows the file, and then the folder that it is in', async () => {
	const watcher = await opened();
	const {user} = watcher;
	user.dispatch({type: 'files/wanted', key: keyOf('api'), path: '/etc/hosts'});
	await watcher.pass();
	expect(user.state.files.viewed?.content?.lines).toEqual(['127.0.0.1 localhost']);
	expect([user.state.files.path, ...names(watcher)]).toEqual(['/etc', 'hosts']);
});

describe('a link', () => {
	const linked = async (links: Readonly<Record<string, string>>): Promise<Watcher> => {
		const watcher = await Watcher.begin(two, ({files}) => {
			for (const [link, target] of Object.entries(links)) files.links.set(link, target);
		});
		watcher.user.press('F');
		await watcher.pass();
		watcher.user.press('G', 'enter');
		await watcher.pass();
		return watcher;
	};

	test('leads to a folder, which says by which way one came, and up from there', async () => {
		const watcher = await linked({'/site': 'app/static'});
		const {user} = watcher;
		expect(user.state.files).toMatchObject({path: '/app/static', via: '/site'});
		expect(names(watcher)).toEqual(['logo.png']);
		user.press('left');
		await watcher.pass();
		expect(user.state.files.path).toBe('/app');
		expect(user.state.files.via).toBeUndefined();
		expect(cursor(watcher)).toBe('static');
	});

	test('leads by other links to a file, which is shown where one is', async () => {
		const {user} = await linked({'/z': 'app/other', '/app/other': '../etc/hosts'});
		expect(user.state.files.viewed).toMatchObject({path: '/etc/hosts', via: '/z'});
		expect(user.state.files.path).toBe('/');
	});

	test('is not followed into another container, nor on another screen', async () => {
		const leaving = async (...keys: readonly string[]): Promise<Watcher> => {
			const watcher = await Watcher.begin(two, ({files}) => {
				files.links.set('/z', 'etc/hosts');
			});
			const {user, engine} = watcher;
			user.press('F');
			await watcher.pass();
			const slow = Promise.withResolvers<void>();
			const {files} = engine;
			const stat = files.stat.bind(files);
			files.stat = async (...asked) => {
				await slow.promise;
				return stat(...asked);
			};
			user.press('G', 'enter');
			await watcher.pass();
			expect(user.state.files.following).toBe('/z');
			user.press(...keys);
			slow.resolve();
			await watcher.pass();
			return watcher;
		};
		for (const keys of [['escape'], ['escape', 'j']]) {
			const {user, engine} = await leaving(...keys);
			expect(user.state.files.following).toBeUndefined();
			expect(user.state.files.viewed).toBeUndefined();
			expect(engine.files.asked.filter(each => each.startsWith('read'))).toEqual([]);
			expect(user.state.frame.overlays).toEqual([]);
		}
		expect((await leaving()).user.state.files.viewed?.path).toBe('/etc/hosts');
	});

	test('leads nowhere, or for ever in a circle, and all stays as it is', async () => {
		const nowhere = await linked({'/z': 'gone'});
		expect(nowhere.user.messages.at(-1)).toBe(
			'error: /z leads nowhere: There is no /gone in the container',
		);
		expect(names(nowhere)).toContain('z');
		expect(nowhere.user.state.files.following).toBeUndefined();
		const {user} = await linked({'/z': 'y', '/y': 'z'});
		expect(user.messages.at(-1)).toContain('leads nowhere: /z leads from link to link');
	});
});

test('read on asks for more of the same folder, and shows what there was until then', async () => {
	const watcher = await opened();
	const {user, engine} = watcher;
	engine.files.whyIncomplete = 'only the first 20000 are listed';
	user.press('R');
	await watcher.pass();
	engine.files.whyIncomplete = undefined;
	user.press('+');
	expect(names(watcher)).toEqual(['app', 'etc']);
	await watcher.pass();
	expect(engine.files.asked.at(-1)).toBe('list / reach 4');
	user.press('+');
	expect(user.messages.at(-1)).toContain('all of it was read');
});

test('folders that were read are known to the path that is typed', async () => {
	const watcher = await opened();
	const {user} = watcher;
	user.press('enter');
	await watcher.pass();
	user.press('/', 'ctrl+u');
	user.type('/app/st');
	user.press('tab');
	user.type('x');
	expect(user.state.frame.overlays.at(-1)).toMatchObject({text: '/app/static/x'});
});
