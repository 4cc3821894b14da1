import {afterEach, expect, test} from 'vitest';
import {parsePattern} from '../../../source/model/logs/log-pattern.ts';
import {aContainer, aLine, sourceOf} from '../../helpers/builders.ts';
import {Watcher} from '../../helpers/watcher.ts';

const many = 30_000;
let watcher: Watcher;

afterEach(async () => {
	await watcher.end();
});

const openLongLog = async (): Promise<void> => {
	watcher = await Watcher.begin([aContainer('api'), aContainer('web')]);
	// Of several sources, so that all of it is kept.
	const lines = Array.from({length: many}, (_, index) => ({
		source: sourceOf(`api-${index % 5}`),
		line: aLine(`line ${index}`, 0),
	}));
	watcher.user.logs.append(lines);
	watcher.user.dispatch({type: 'logs/appended', version: watcher.user.logs.version});
};

test('all of a long log is looked through, and the screen hears of it', async () => {
	await openLongLog();
	const {user} = watcher;
	const {version} = user.state.logs;
	user.dispatch({type: 'logs/queried', query: {keep: [parsePattern('line')]}});
	expect(user.sheet.isComplete).toBe(false);
	expect(user.sheet.count).toBeLessThan(many);
	await watcher.pass();
	await watcher.pass();
	expect(user.sheet).toMatchObject({isComplete: true, count: many});
	expect(user.state.logs.version).toBeGreaterThan(version);
	expect(user.state.logs.version).toBe(user.logs.version);

	user.dispatch({type: 'logs/searched', search: parsePattern('7')});
	await watcher.pass();
	await watcher.pass();
	const withSeven = Array.from({length: many}, (_, index) => `${index}`).filter(text =>
		text.includes('7'),
	).length;
	expect(user.sheet).toMatchObject({isComplete: true, hitCount: withSeven});
});

test('ends with the session', async () => {
	await openLongLog();
	watcher.user.dispatch({type: 'logs/queried', query: {keep: [parsePattern('line')]}});
	await watcher.end();
	const {count} = watcher.user.sheet;
	expect(count).toBeLessThan(many);
	await watcher.pass();
	expect(watcher.user.sheet.count).toBe(count);
});
