import fc from 'fast-check';
import {expect, test} from 'vitest';
import {circleOf, type WaitGraph} from '../../../../source/model/compose/circle.ts';

const graphOf = (waits: readonly (readonly number[])[]): WaitGraph =>
	new Map(
		waits.map((each, at) => [
			`s${at}`,
			each.map(other => ({service: `s${other}`, condition: 'service_started'}) as const),
		]),
	);

/** Whoever is reached from it. */
const reachedFrom = (graph: WaitGraph, from: string): ReadonlySet<string> => {
	const seen = new Set<string>();
	const open = [from];
	for (let name = open.pop(); name !== undefined; name = open.pop())
		for (const {service} of graph.get(name) ?? [])
			if (!seen.has(service)) {
				seen.add(service);
				open.push(service);
			}
	return seen;
};

test('those are in a circle that reach themselves, in whatever way they hang together', () => {
	const waits = fc.array(fc.array(fc.nat(9), {maxLength: 3}), {minLength: 10, maxLength: 10});
	fc.assert(
		fc.property(waits, all => {
			const graph = graphOf(all);
			const names = [...graph.keys()];
			const expected = names.filter(name => reachedFrom(graph, name).has(name));
			expect([...circleOf(graph, new Set(names))]).toEqual(expected);
		}),
	);
});
