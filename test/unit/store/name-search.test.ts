import {describe, expect, test} from 'vitest';
import {ContainerMap} from '../../../source/store/container-map.ts';
import {NameSearch, searchNames} from '../../../source/store/name-search.ts';
import type {Names} from '../../../source/store/names.ts';
import {aContainer, ofProject} from '../../helpers/builders.ts';

const namesOf = (...containers: Parameters<typeof ContainerMap.of>[0][number][]): Names => ({
	groups: [],
	containers: ContainerMap.of(containers),
});

const crowd = (count: number): Names =>
	namesOf(...Array.from({length: count}, (_, index) => aContainer(`load-${index}-worker`)));

const complete = (search: NameSearch): NameSearch => {
	while (!search.isComplete) search.work();
	return search;
};

const texts = (search: NameSearch): readonly string[] =>
	search.best.map(({named}) => named.text.text);

test('the best comes first, the shorter of two that are as good', () => {
	const names = namesOf(aContainer('webhook'), aContainer('sweb'), aContainer('web'));
	expect(texts(complete(new NameSearch(names, 'web')))).toEqual(['web', 'webhook', 'sweb']);
});

describe('a name of the engine or an id that was pasted', () => {
	const names = namesOf(ofProject('shop', 'api'), aContainer('db'));

	test('is found though the list calls it otherwise', () => {
		expect(texts(complete(new NameSearch(names, 'shop-api-1')))).toEqual(['shop/api']);
		const [db] = [...names.containers.values()].slice(1);
		const id = db?.ref.id.slice(0, 12) ?? '';
		expect(texts(complete(new NameSearch(names, id)))).toEqual(['db']);
	});

	test('is not found by the middle of an id', () => {
		const [db] = [...names.containers.values()].slice(1);
		const middle = db?.ref.id.slice(3, 12) ?? '';
		expect(complete(new NameSearch(names, middle)).count).toBe(0);
	});
});

describe('of tens of thousands', () => {
	const names = crowd(30_000);

	test('a key looks at some, and what is left is looked at later', () => {
		const search = searchNames(names, 'load');
		expect(search.isComplete).toBe(false);
		expect(search.count).toBeLessThanOrEqual(1024);
		expect(search.best.length).toBeLessThanOrEqual(100);
		expect(searchNames(names, 'load ')).toBe(search);
		complete(search);
		expect(search.count).toBe(30_000);
	});

	test('the best is found wherever it stands', () => {
		const search = complete(searchNames(names, 'load29999'));
		expect(texts(search)).toEqual(['load-29999-worker']);
	});

	test('who types on finds the same as who typed it at once', () => {
		for (const typed of ['l29', 'l29w', 'l299', 'l2999']) searchNames(names, typed).work(3);
		const step = complete(searchNames(names, 'l29999'));
		const whole = complete(new NameSearch(names, 'l29999'));
		expect(texts(step)).toEqual(texts(whole));
		expect(step.count).toBe(whole.count);
	});
});
