import {expect, test} from 'vitest';
import {LogChanges} from '../../../../source/store/logs/log-changes.ts';

test('tells what has changed since one last looked', () => {
	const changes = new LogChanges();
	changes.note(1);
	const {end} = changes;
	expect(changes.since(end)).toEqual([]);
	changes.note(2);
	changes.note(1);
	expect(changes.since(end)).toEqual([2, 1]);
	expect(changes.since(changes.end)).toEqual([]);
});

test('whoever missed too many, or all, has to look at everything again', () => {
	const changes = new LogChanges();
	const {end} = changes;
	for (let seq = 0; seq < 100_000; seq++) changes.note(seq);
	expect(changes.since(end)).toBeUndefined();
	const late = changes.end;
	changes.noteAll();
	expect(changes.since(late)).toBeUndefined();
	expect(changes.since(changes.end)).toEqual([]);
});
