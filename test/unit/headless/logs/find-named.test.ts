import {expect, test} from 'vitest';
import {findNamed} from '../../../../source/headless/logs/find-named.ts';
import {isInTarget} from '../../../../source/model/logs/log-target.ts';
import {aContainer, ofProject} from '../../../helpers/builders.ts';

const containers = [
	ofProject('shop', 'api', {}, 1),
	ofProject('shop', 'api', {}, 2),
	ofProject('shop', 'db'),
	ofProject('billing', 'api'),
	ofProject('db', 'main'),
	aContainer('tool'),
];

const named = (word: string): readonly string[] => {
	const {targets} = findNamed([word], containers);
	return containers
		.filter(container => targets.some(target => isInTarget(target, container)))
		.map(({name}) => name);
};

test.each([
	['tool', ['tool']],
	['shop-api-2', ['shop-api-2']],
	['api', ['shop-api-1', 'shop-api-2', 'billing-api-1']],
	['shop/api', ['shop-api-1', 'shop-api-2']],
	['shop/api-2', ['shop-api-2']],
	['api-2', ['shop-api-2']],
	['shop', ['shop-api-1', 'shop-api-2', 'shop-db-1']],
	// A service before a project of the same name.
	['db', ['shop-db-1']],
	['nothing', []],
	['', []],
])('%j', (word, expected) => {
	expect(named(word)).toEqual(expected);
});

test('the beginning of an id, where it is long enough', () => {
	const id = containers[5]?.ref.id ?? '';
	expect(named(id.slice(0, 12))).toEqual(['tool']);
	expect(named(id.slice(0, 3))).toEqual([]);
});

test('says which words mean nothing', () => {
	expect(findNamed(['tool', 'typo', 'api'], containers).unknown).toEqual(['typo']);
});
