import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Container} from '../../../source/model/container.ts';
import {refKey} from '../../../source/model/ids.ts';
import {ContainerMap} from '../../../source/store/container-map.ts';
import {aContainer, keyOf} from '../../helpers/builders.ts';

const world: readonly Container[] = Array.from({length: 700}, (_, index) =>
	aContainer(`c${index}`),
);

test('it is a map in the order of the list', () => {
	const map = ContainerMap.of(world);
	expect(map.size).toBe(700);
	expect([...map.values()]).toEqual(world);
	expect([...map.keys()]).toEqual(world.map(({ref}) => refKey(ref)));
	expect([...map]).toEqual(world.map(container => [refKey(container.ref), container]));
	const seen: string[] = [];
	map.forEach(({name}) => void seen.push(name));
	expect(seen).toEqual(world.map(({name}) => name));
	expect(map.get(keyOf('c300'))).toBe(world[300]);
	expect(map.has(keyOf('nobody'))).toBe(false);
});

test('an engine that lists one twice has one, the later of the two', () => {
	const map = ContainerMap.of([aContainer('a'), aContainer('b'), aContainer('a', {image: 'new'})]);
	expect([...map.values()].map(({name, image}) => `${name} ${image}`)).toEqual([
		'a new',
		'b b:latest',
	]);
	expect(map.size).toBe(2);
});

describe('a change', () => {
	test('is told to who knows the map before', () => {
		const before = ContainerMap.of(world);
		const other = aContainer('c300', {image: 'new'});
		const after = before.replace(other).without(keyOf('c5'));
		expect(after.changesSince(before)).toEqual([
			[world[5], undefined],
			[world[300], other],
		]);
		expect(after.changesSince(after)).toEqual([]);
		expect(ContainerMap.of(world).changesSince(before)).toBeUndefined();
	});

	test('leaves the map before as it was', () => {
		const before = ContainerMap.of(world);
		const after = before.replace(aContainer('c300', {image: 'new'})).without(keyOf('c5'));
		expect(before.get(keyOf('c300'))).toBe(world[300]);
		expect(before.size).toBe(700);
		expect(after.get(keyOf('c300'))?.image).toBe('new');
		expect(after.has(keyOf('c5'))).toBe(false);
		expect(after.size).toBe(699);
	});

	test('of what is not there is none', () => {
		const map = ContainerMap.of(world).without(keyOf('c5'));
		expect(map.without(keyOf('c5'))).toBe(map);
		expect(map.replace(aContainer('c5'))).toBe(map);
		expect(map.replace(aContainer('nobody'))).toBe(map);
	});

	test('does what the same change does to a plain map', () => {
		const change = fc.record({index: fc.nat(699), image: fc.option(fc.constantFrom('x', 'y'))});
		fc.assert(
			fc.property(fc.array(change, {maxLength: 60}), changes => {
				let map = ContainerMap.of(world);
				const plain = new Map(world.map(container => [refKey(container.ref), container]));
				for (const {index, image} of changes) {
					const key = keyOf(`c${index}`);
					if (image === null) {
						map = map.without(key);
						plain.delete(key);
					} else if (plain.has(key)) {
						const changed = aContainer(`c${index}`, {image});
						map = map.replace(changed);
						plain.set(key, changed);
					}
				}
				expect([...map]).toEqual([...plain]);
				expect(map.size).toBe(plain.size);
			}),
			{numRuns: 30},
		);
	});
});

describe('a new list', () => {
	const map = ContainerMap.of(world);

	test('of the same containers leaves the map as it is', () => {
		expect(map.update([...world])).toBe(map);
	});

	test('shares the stretches in which nothing changed', () => {
		const changed = aContainer('c300', {image: 'new'});
		const after = map.update(world.with(300, changed));
		expect(after.get(keyOf('c300'))).toBe(changed);
		expect(after.chunks.map((chunk, index) => chunk === map.chunks[index])).toEqual([
			true,
			false,
			true,
		]);
		expect(map.get(keyOf('c300'))).toBe(world[300]);
	});

	test('in which others come, go or change places is the map of that list', () => {
		const lists = [
			[aContainer('new'), ...world],
			world.toSpliced(5, 1),
			[...world.slice(350), ...world.slice(0, 350)],
			[],
		];
		for (const list of lists) expect([...map.update(list)]).toEqual([...ContainerMap.of(list)]);
		const removed = map.without(keyOf('c5'));
		expect([...removed.update(world)]).toEqual([...map]);
		expect([...removed.update(world.toSpliced(5, 1))]).toEqual([...removed]);
	});
});
