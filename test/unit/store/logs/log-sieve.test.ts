import {expect, test} from 'vitest';
import {EntryList} from '../../../../source/store/logs/entry-list.ts';
import {newEntry} from '../../../../source/store/logs/log-entry.ts';
import {LogSieve} from '../../../../source/store/logs/log-sieve.ts';
import {aLine} from '../../../helpers/builders.ts';

const listOf = (from: number, to: number, text = 'x'): EntryList => {
	const list = new EntryList();
	for (let seq = from; seq <= to; seq++) list.push(newEntry(seq, undefined, aLine(text, 0)));
	return list;
};

const budget = (entries: number, characters = 1_000_000) => ({entries, characters});

const found = (sieve: LogSieve): readonly (number | undefined)[] =>
	Array.from({length: sieve.found.size}, (_, index) => sieve.found.at(index)?.seq);

test('looks at the newest first, as far as it may', () => {
	const sieve = new LogSieve(listOf(1, 10), ({seq}) => seq % 2 === 0);
	sieve.addLast({from: 1, to: 10});
	expect(sieve.look(budget(3))).toEqual([{from: 8, to: 10}]);
	expect([found(sieve), sieve.isComplete]).toEqual([[8, 10], false]);
	expect(sieve.looked({from: 1, to: 10})).toEqual([{from: 8, to: 10}]);
	expect(sieve.look(budget(100))).toEqual([{from: 1, to: 7}]);
	expect([found(sieve), sieve.isComplete]).toEqual([[2, 4, 6, 8, 10], true]);
});

test('long lines use up what it may look at', () => {
	const sieve = new LogSieve(listOf(1, 10, 'x'.repeat(100)), () => true);
	sieve.add({from: 1, to: 10});
	sieve.look(budget(100, 250));
	expect(found(sieve)).toEqual([8, 9, 10]);
});

test('what comes is looked at before what is left', () => {
	const sieve = new LogSieve(listOf(1, 20), () => true);
	sieve.addLast({from: 1, to: 10});
	sieve.look(budget(5));
	sieve.add({from: 11, to: 20});
	expect(sieve.look(budget(12))).toEqual([
		{from: 11, to: 20},
		{from: 4, to: 5},
	]);
	expect(found(sieve)).toEqual(Array.from({length: 17}, (_, index) => 4 + index));
});

test('judges again what has changed, unless it will be looked at anyway', () => {
	const wanted = new Set([2, 9]);
	const list = listOf(1, 10);
	const sieve = new LogSieve(list, ({seq}) => wanted.has(seq));
	sieve.addLast({from: 1, to: 10});
	sieve.look(budget(5));
	wanted.add(1).add(8).delete(9);
	for (const seq of [1, 8, 9]) sieve.judge(seq);
	expect(found(sieve)).toEqual([8]);
	sieve.look(budget(5));
	expect(found(sieve)).toEqual([1, 2, 8]);
	list.delete(2);
	sieve.judge(2);
	expect(found(sieve)).toEqual([1, 8]);
});
