import {afterEach, expect, test} from 'vitest';
import {searchNames} from '../../../source/store/name-search.ts';
import {aContainer} from '../../helpers/builders.ts';
import {Watcher} from '../../helpers/watcher.ts';

const many = 5000;
let watcher: Watcher;

afterEach(async () => {
	await watcher.end();
});

const palette = () => {
	const overlay = watcher.user.state.frame.overlays.at(-1);
	return overlay?.kind === 'palette' ? overlay : undefined;
};

test('all of a long list is looked through, and the screen hears of it', async () => {
	watcher = await Watcher.begin(
		Array.from({length: many}, (_, index) => aContainer(`load-${index}`)),
	);
	const {user} = watcher;
	user.press(':');
	user.type('load');
	const before = palette();
	expect(before && searchNames(before.names, 'load').isComplete).toBe(false);
	await watcher.pass();
	await watcher.pass();
	const after = palette();
	expect(after && searchNames(after.names, 'load')).toMatchObject({isComplete: true, count: many});
	expect(after).not.toBe(before);
	expect(after?.text).toBe('load');
});
