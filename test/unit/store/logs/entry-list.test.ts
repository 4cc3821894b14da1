import fc from 'fast-check';
import {expect, test} from 'vitest';
import {EntryList} from '../../../../source/store/logs/entry-list.ts';
import {type LogEntry, newEntry} from '../../../../source/store/logs/log-entry.ts';
import {aLine} from '../../../helpers/builders.ts';

const entryOf = (seq: number): LogEntry => newEntry(seq, undefined, aLine(`${seq}`, 0));

const range = (from: number, count: number): readonly number[] =>
	Array.from({length: count}, (_, index) => from + index);

const seqs = (list: EntryList): readonly (number | undefined)[] =>
	range(0, list.size).map(index => list.at(index)?.seq);

const listOf = (...numbers: readonly number[]): EntryList => {
	const list = new EntryList();
	for (const seq of numbers) list.push(entryOf(seq));
	return list;
};

const seenBack = (list: EntryList, to: number, from: number, most: number): readonly number[] => {
	const seen: number[] = [];
	list.walkBack(to, from, ({seq}) => seen.push(seq) < most);
	return seen;
};

test('an entry that is not there has the place of the next one', () => {
	const list = listOf(2, 4, 6);
	expect([1, 2, 3, 6, 7].map(seq => list.indexOf(seq))).toEqual([0, 0, 1, 2, 3]);
	expect(list.find(3)).toBeUndefined();
	expect(list.find(4)?.seq).toBe(4);
	expect([list.at(-1), list.at(3)]).toEqual([undefined, undefined]);
});

test('walks back from a number to another, and stops when told to', () => {
	const list = listOf(...range(1, 1000));
	expect(seenBack(list, 600, 598, 10)).toEqual([600, 599, 598]);
	expect(seenBack(list, 5000, 1, 2)).toEqual([1000, 999]);
	expect(seenBack(list, 0, -5, 2)).toEqual([]);
});

/** A list, and what it should hold. */
class Twins {
	readonly list = new EntryList();
	model: number[] = [];
	#next = 1;

	/** Even steps, so that there is room between them. */
	push(count: number): void {
		const pushed = range(0, count).map(index => this.#next + 2 * index);
		for (const seq of pushed) this.list.push(entryOf(seq));
		this.#next += 2 * count;
		this.model.push(...pushed);
	}

	shift(count: number): void {
		for (let index = 0; index < count; index++)
			expect(this.list.shift()?.seq).toBe(this.model.shift());
	}

	/** What is missing around that number. */
	insert(near: number): void {
		const found = this.model.findIndex(seq => seq > near);
		const place = found === -1 ? this.model.length : found;
		const high = this.model[place] ?? this.#next;
		const low = this.model[place - 1] ?? high - 4;
		const run = range(low + 1, Math.max(0, high - low - 1));
		this.list.insert(run.map(entryOf));
		this.model.splice(place, 0, ...run);
	}

	delete(from: number, count: number): void {
		for (const seq of range(from, count)) this.list.delete(seq);
		this.model = this.model.filter(seq => seq < from || seq >= from + count);
	}
}

type Step = (twins: Twins) => void;

const amounts = fc.integer({min: 1, max: 400});

const steps: fc.Arbitrary<Step> = fc.oneof(
	amounts.map(
		(count): Step =>
			twins =>
				twins.push(count),
	),
	amounts.map(
		(count): Step =>
			twins =>
				twins.shift(count),
	),
	fc.nat(3000).map(
		(near): Step =>
			twins =>
				twins.insert(near),
	),
	fc.tuple(fc.nat(3000), amounts).map(
		([from, count]): Step =>
			twins =>
				twins.delete(from, count),
	),
);

test('whatever comes and goes, it is what a sorted array would be', () => {
	const property = fc.property(fc.array(steps, {maxLength: 30}), fc.nat(3000), (all, probe) => {
		const twins = new Twins();
		const {list} = twins;
		for (const step of all) {
			step(twins);
			expect(list.size).toBe(twins.model.length);
			expect(list.indexOf(probe)).toBe(twins.model.filter(seq => seq < probe).length);
			expect(list.find(probe)?.seq).toBe(twins.model.find(seq => seq === probe));
		}
		expect(seqs(list)).toEqual(twins.model);
		expect(seenBack(list, probe, probe - 100, 1000)).toEqual(
			twins.model.filter(seq => seq <= probe && seq >= probe - 100).reverse(),
		);
	});
	fc.assert(property, {numRuns: 150});
});
