import {describe, expect, test} from 'vitest';
import {Effort} from '../../../../source/model/compose/effort.ts';
import {layOutGraph} from '../../../../source/model/compose/graph.ts';
import type {
	Graph,
	GraphColumn,
	GraphItem,
	GraphService,
} from '../../../../source/model/compose/graph-shape.ts';
import {dice} from '../../../helpers/dice.ts';

const service = (name: string, ...waits: readonly string[]): GraphService => ({
	name,
	waits: waits.map(each => ({service: each, condition: 'service_healthy'})),
});

/** A column a line: names at their rows, `~db` for a line that passes on its way to db. */
const columnsOf = ({columns}: Graph): readonly string[] =>
	columns.map(({items}) =>
		items
			.map(({name, isPassing, row}) => `${row}:${isPassing ? '~' : ''}${name}`)
			.toSorted()
			.join(' '),
	);

describe('where the services stand', () => {
	test('who waits stands left of what it waits for, and a chain on one row', () => {
		const graph = layOutGraph([service('web', 'api'), service('api', 'db'), service('db')]);
		expect(columnsOf(graph)).toEqual(['0:web', '0:api', '0:db']);
		expect(graph.columns.map(({tracks}) => tracks)).toEqual([0, 0, 0]);
	});

	test('two that wait for one are joined', () => {
		const graph = layOutGraph([service('api', 'db'), service('worker', 'db'), service('db')]);
		expect(columnsOf(graph)).toEqual(['0:api 1:worker', '0:db']);
		expect(graph.columns[0]).toMatchObject({tracks: 1, strands: [{target: 'db', toRow: 0}]});
	});

	test('a line that leads further passes the columns between', () => {
		const graph = layOutGraph([service('web', 'api', 'db'), service('api', 'db'), service('db')]);
		expect(columnsOf(graph)[1]).toMatch(/^[01]:api [01]:~db$|^[01]:~db [01]:api$/);
		expect(graph.height).toBe(2);
	});

	test('who is by itself stands nowhere, and what does not exist where it would', () => {
		const graph = layOutGraph([service('api', 'gone'), service('note')]);
		expect(graph.alone).toEqual(['note']);
		expect(columnsOf(graph)).toEqual(['0:api', '0:gone']);
	});

	test('of a circle one line is left out, and who is in it is told', () => {
		const graph = layOutGraph([
			service('a', 'b'),
			service('b', 'c'),
			service('c', 'a'),
			service('d', 'a'),
		]);
		expect([...graph.circle].toSorted()).toEqual(['a', 'b', 'c']);
		expect(columnsOf(graph)).toEqual(['0:d', '0:a', '0:b', '0:c']);
		expect(layOutGraph([service('a', 'a')]).circle).toEqual(['a']);
	});

	test('who reaches itself by way of one that was looked at before is in a circle too', () => {
		const graph = layOutGraph([service('a', 'b', 'c'), service('b', 'a'), service('c', 'b')]);
		expect(graph.circle).toEqual(['a', 'b', 'c']);
		expect(columnsOf(graph)).toHaveLength(3);
	});

	test('nothing is a graph too', () => {
		expect(layOutGraph([])).toMatchObject({columns: [], height: 0, isDrawable: true});
	});
});

const heightOf = ({waits}: GraphItem): number => Math.max(1, waits.length);

/** Rows and tracks of a channel that lines lie on, each with what it leads to; throws where two share one. */
const checkChannel = ({strands, tracks}: GraphColumn): void => {
	const taken = new Map<string, string>();
	const take = (place: string, target: string): void => {
		const before = taken.get(place);
		if (before !== undefined && before !== target)
			throw new Error(`${before} and ${target} both at ${place}`);
		taken.set(place, target);
	};
	for (const {from, toRow, track, target} of strands) {
		const rows = [toRow, ...from.map(({row}) => row)];
		const turn = track ?? tracks;
		for (const {row} of from) for (let x = 0; x < turn; x++) take(`row ${row} x ${x}`, target);
		for (let x = turn; x <= tracks; x++) take(`row ${toRow} x ${x}`, target);
		if (track === undefined) continue;
		for (let row = Math.min(...rows); row <= Math.max(...rows); row++)
			take(`track ${track} row ${row}`, target);
		// It turns where nobody else goes straight on.
		for (const row of rows) take(`row ${row} x ${track}`, target);
	}
};

/** Services that a line from this one arrives at, followed from column to column. */
const reached = ({columns}: Graph, name: string): readonly string[] =>
	columns.flatMap(({items}, at) => {
		const item = items.find(each => each.name === name && !each.isPassing);
		return (item?.waits ?? []).map(({service}, index) => {
			let row = (item?.row ?? 0) + index;
			for (const {strands} of columns.slice(at)) {
				const strand = strands.find(each => each.from.some(end => end.row === row));
				if (strand === undefined) return `${service}: lost`;
				if (strand.isEnd) return strand.target;
				row = strand.toRow;
			}
			return `${service}: never`;
		});
	});

const randomGraph = (seed: number): readonly GraphService[] => {
	const roll = dice(seed);
	const count = 2 + roll(14);
	return Array.from({length: count}, (_, index) => {
		const waits = Array.from({length: roll(4)}, () => `s${roll(count)}`);
		return service(`s${index}`, ...new Set(waits));
	});
};

test('whatever waits for whatever: no two lines lie on each other, and each leads where it should', () => {
	let undrawable = 0;
	for (let seed = 1; seed <= 400; seed++) {
		const services = randomGraph(seed);
		const graph = layOutGraph(services);
		for (const {items} of graph.columns) {
			const rows = items.flatMap(item =>
				Array.from({length: heightOf(item)}, (_, index) => item.row + index),
			);
			expect(new Set(rows).size, `seed ${seed}`).toBe(rows.length);
			expect(Math.max(...rows)).toBeLessThan(graph.height);
		}
		if (!graph.isDrawable) {
			undrawable++;
			continue;
		}
		for (const column of graph.columns) checkChannel(column);
		for (const {name, waits} of services) {
			const kept = reached(graph, name);
			for (const target of kept) expect(waits.map(each => each.service)).toContain(target);
			// Only a circle loses lines.
			if (graph.circle.length === 0) expect(kept).toHaveLength(waits.length);
		}
	}
	expect(undrawable).toBeLessThan(40);
});

test('a chain that no terminal has room for is not laid out, and keeps its order', () => {
	const chain = Array.from({length: 60}, (_, at) =>
		service(`s${at}`, ...[at + 1, at + 2, at + 3].filter(to => to < 60).map(to => `s${to}`)),
	);
	const graph = layOutGraph(chain);
	expect(graph.isDrawable).toBe(false);
	expect(graph.columns.every(({strands}) => strands.length === 0)).toBe(true);
	const names = graph.columns.flatMap(({items}) => items.filter(each => !each.isPassing));
	expect(names.map(({name}) => name)).toEqual(chain.map(({name}) => name));
});

test('the fullest graphs that are laid out take a bounded number of steps', () => {
	for (let seed = 1; seed <= 20; seed++) {
		const roll = dice(seed);
		const services = Array.from({length: 60}, (_, at) =>
			service(`s${at}`, ...new Set(Array.from({length: 3}, () => `s${at + 1 + roll(60 - at)}`))),
		);
		const effort = new Effort(300_000);
		layOutGraph(services, effort);
		expect(effort.isSpent, `seed ${seed}`).toBe(false);
	}
});

test('what takes more steps than it may is not drawn', () => {
	const services = [service('a', 'x', 'y'), service('b', 'x'), service('c', 'y')];
	expect(layOutGraph(services).isDrawable).toBe(true);
	const graph = layOutGraph(services, new Effort(3));
	expect(graph).toMatchObject({isDrawable: false, columns: [{}, {}]});
});
