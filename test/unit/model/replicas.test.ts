import {expect, test} from 'vitest';
import type {ComposeIdentity} from '../../../source/model/container.ts';
import {qualifiedName} from '../../../source/model/container-facts.ts';
import {countReplicas} from '../../../source/model/replicas.ts';
import {aContainer} from '../../helpers/builders.ts';

const identity = (service: string, number: number, oneOff = false): ComposeIdentity => ({
	...{project: 'shop', service, number, oneOff},
});

const namesOf = (...identities: readonly ComposeIdentity[]): readonly string[] =>
	countReplicas(
		identities.map((compose, index) => aContainer(`${compose.service}${index}`, {compose})),
	).map(qualifiedName);

test('the first of several replicas is not called like its service', () => {
	expect(namesOf(identity('worker', 1), identity('worker', 2), identity('api', 1))).toEqual([
		'shop/worker-1',
		'shop/worker-2',
		'shop/api',
	]);
});

test('a replica keeps its number when the others are gone', () => {
	expect(namesOf(identity('worker', 2))).toEqual(['shop/worker-2']);
});

test('what compose run made does not make a service a replicated one', () => {
	const [name] = namesOf(identity('worker', 1), identity('worker', 1, true));
	expect(name).toBe('shop/worker');
});

test('where there is nothing to count the container is the same object', () => {
	const alone = [
		aContainer('redis'),
		aContainer('api', {compose: identity('api', 1)}),
		aContainer('run', {compose: identity('api', 1, true)}),
	];
	expect(countReplicas(alone).every((container, index) => container === alone[index])).toBe(true);
});
