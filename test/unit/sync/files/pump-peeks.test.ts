import {expect, test} from 'vitest';
import {EngineError} from '../../../../source/model/engine-error.ts';
import type {Peek} from '../../../../source/store/files/files-state.ts';
import {aContainer} from '../../../helpers/builders.ts';
import {Watcher} from '../../../helpers/watcher.ts';

const two = [aContainer('api'), aContainer('db')];

/** In `/app`, on its folder, with room beside the list or not. */
const inApp = async (hasRoom = true): Promise<Watcher> => {
	const watcher = await Watcher.begin(two);
	watcher.user.viewport.lookIntoFiles(hasRoom);
	watcher.user.press('F');
	await watcher.pass();
	watcher.user.press('enter');
	await watcher.pass();
	return watcher;
};

const reads = ({engine}: Watcher): readonly string[] =>
	engine.files.asked.filter(what => what.startsWith('read'));

const peekAt = ({user}: Watcher, path: string): Peek | undefined =>
	user.state.files.peeks.get(path);

test('what the cursor rests on is read once, covered, and not what it passes', async () => {
	const watcher = await inApp();
	const {user} = watcher;
	await watcher.pass(1000);
	expect(reads(watcher)).toEqual([]);
	user.press('j');
	await watcher.pass(100);
	user.press('j');
	await watcher.pass(1000);
	expect(reads(watcher)).toEqual(['read /app/main.py']);
	user.press('k');
	await watcher.pass(1000);
	const found = peekAt(watcher, '/app/.env');
	expect(found?.status === 'ready' && found.content.covered).toEqual([
		'PORT=8000',
		'DB_PASSWORD=******',
	]);
	user.press('j');
	await watcher.pass(60_000);
	expect(reads(watcher)).toEqual(['read /app/main.py', 'read /app/.env']);
});

test('nothing is read while there is no room for it, and as soon as there is', async () => {
	const watcher = await inApp(false);
	watcher.user.press('j');
	await watcher.pass(5000);
	expect(reads(watcher)).toEqual([]);
	watcher.user.viewport.lookIntoFiles(true);
	await watcher.pass(1000);
	expect(reads(watcher)).toEqual(['read /app/.env']);
});

test('nor of what is empty, a folder or a link', async () => {
	const watcher = await inApp();
	watcher.engine.files.contents.set('/app/a-empty', '');
	watcher.engine.files.links.set('/app/a-link', 'main.py');
	watcher.user.press('R');
	await watcher.pass();
	for (const id of ['static', 'a-empty', 'a-link']) {
		watcher.user.dispatch({type: 'page/moved', page: 'files', place: {id, index: 0, row: 0}});
		await watcher.pass(1000);
	}
	expect(reads(watcher)).toEqual([]);
});

test('what cannot be read says why beside it and nowhere else, and is asked for again with its folder', async () => {
	const watcher = await inApp();
	const {user, engine} = watcher;
	engine.files.trouble = new EngineError('not-found', 'it has gone');
	const {length} = user.messages;
	user.press('j');
	await watcher.pass(1000);
	expect(peekAt(watcher, '/app/.env')).toEqual({status: 'failed', message: 'it has gone'});
	await watcher.pass(60_000);
	expect(reads(watcher)).toHaveLength(1);
	expect(user.messages).toHaveLength(length);
	engine.files.trouble = undefined;
	user.press('R');
	await watcher.pass(1000);
	expect(peekAt(watcher, '/app/.env')?.status).toBe('ready');
});

test('of another container nothing stays', async () => {
	const watcher = await inApp();
	watcher.user.press('j');
	await watcher.pass(1000);
	expect(watcher.user.state.files.peeks.size).toBe(1);
	watcher.user.press('escape', 'j', 'F');
	await watcher.pass(1000);
	expect(watcher.user.state.files.peeks.size).toBe(0);
});
