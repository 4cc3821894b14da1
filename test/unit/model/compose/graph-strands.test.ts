import {expect, test} from 'vitest';
import type {GraphItem} from '../../../../source/model/compose/graph-shape.ts';
import {strandsBetween} from '../../../../source/model/compose/graph-strands.ts';

const item = (row: number, name: string, ...waits: readonly string[]): GraphItem => ({
	...{name, isPassing: false, row},
	waits: waits.map(service => ({service, condition: 'service_started'})),
});

test('a straight line has no track, and one that goes down has', () => {
	const {strands, tracks} = strandsBetween(
		[item(0, 'a', 'x'), item(1, 'b', 'z')],
		[item(0, 'x'), item(2, 'z')],
	);
	expect(strands.map(({target, track}) => [target, track])).toEqual([
		['x', undefined],
		['z', 0],
	]);
	expect(tracks).toBe(1);
});

test('who comes where another one leaves turns first', () => {
	const {strands, tracks} = strandsBetween(
		[item(0, 'a', 'y'), item(1, 'b', 'z')],
		[item(1, 'y'), item(2, 'z')],
	);
	const trackOf = (name: string) => strands.find(({target}) => target === name)?.track;
	expect(tracks).toBe(2);
	// The line to z comes on the row on which the one to y leaves.
	expect(trackOf('z')).toBe(0);
	expect(trackOf('y')).toBe(1);
});

test('where each would have to turn before the other the row is told', () => {
	const stuck = strandsBetween(
		[item(0, 'a', 'y'), item(1, 'b', 'x')],
		[item(0, 'x'), item(1, 'y')],
	);
	expect(stuck.stuckAt).toBe(0);
	expect(stuck.strands).toEqual([]);
});

test('lines that do not meet share a track', () => {
	const {tracks} = strandsBetween(
		[item(0, 'a', 'x'), item(5, 'b', 'y')],
		[item(1, 'x'), item(6, 'y')],
	);
	expect(tracks).toBe(1);
});
