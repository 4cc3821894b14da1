import {expect, test} from 'vitest';
import {newEntry} from '../../../../source/store/logs/log-entry.ts';
import {logLimits} from '../../../../source/store/logs/log-limits.ts';
import {LogShelf} from '../../../../source/store/logs/log-shelf.ts';
import {lineBytes} from '../../../../source/store/logs/log-size.ts';
import {aLine, sourceOf} from '../../../helpers/builders.ts';

const source = sourceOf('api');
const bytes = lineBytes(aLine('line', 0));
const entryOf = (seq: number) => newEntry(seq, source, aLine('line', 0));

const shelfOf = (lines: number): LogShelf => {
	const shelf = new LogShelf(source, {...logLimits, sourceLines: 3});
	for (let seq = 1; seq <= lines; seq++) {
		shelf.push(entryOf(seq));
		shelf.grow(bytes);
	}
	return shelf;
};

test('drops its oldest entry, and counts what it dropped', () => {
	const shelf = shelfOf(4);
	expect([shelf.isOver, shelf.canDrop]).toEqual([true, true]);
	expect(shelf.drop()?.seq).toBe(1);
	expect([shelf.lines, shelf.bytes, shelf.dropped, shelf.isOver]).toEqual([3, 3 * bytes, 1, false]);
	shelf.drop();
	shelf.drop();
	expect(shelf.canDrop).toBe(false);
	shelf.drop();
	expect(shelf.drop()).toBeUndefined();
});

test('has room for three times as much where older lines are asked for', () => {
	const shelf = shelfOf(4);
	shelf.drop();
	expect([shelf.hasRoom(6, 0), shelf.hasRoom(7, 0)]).toEqual([true, false]);
	expect(shelf.hasRoom(1, 3 * logLimits.sourceBytes)).toBe(false);
	expect(shelf.prepend([entryOf(0), entryOf(1)])).toBe(1);
	expect([shelf.lines, shelf.dropped, shelf.isOver]).toEqual([5, 0, false]);
});
