import type {Wait} from '../attention/dependencies.ts';
import {circleOf, type WaitGraph} from './circle.ts';
import {Effort} from './effort.ts';
import {heightOf, placeItems} from './graph-rows.ts';
import type {Graph, GraphItem, GraphService} from './graph-shape.ts';
import {strandsBetween} from './graph-strands.ts';

type Columns = readonly (readonly GraphItem[])[];

/** Some milliseconds; far more than is needed for all that anybody has seen. */
const mostSteps = 1_000_000;

/**
 * Where to draw the services of a project and what waits for what: in columns, by the longest chain of
 * waits below each (Sugiyama's method: layers, fewer crossings, rows).
 */
export const layOutGraph = (
	services: readonly GraphService[],
	effort = new Effort(mostSteps),
): Graph => {
	const whole = withMissing(services);
	const circle = [...circleOf(whole, new Set(whole.keys()))];
	const graph = withoutCircles(whole);
	const wanted = new Set([...graph.values()].flatMap(waits => waits.map(({service}) => service)));
	const alone = [...graph].flatMap(([name, waits]) =>
		waits.length === 0 && !wanted.has(name) ? [name] : [],
	);
	for (const name of alone) graph.delete(name);
	const columns = columnsOf(graph);
	return {...(isTooBig(columns) ? undrawn(columns) : drawn(columns, effort)), alone, circle};
};

/** There is no terminal that has room for more columns, or for more rows. */
const mostColumns = 40;
const mostRows = 150;
const isTooBig = (columns: Columns): boolean =>
	columns.length > mostColumns ||
	columns.some(
		items => items.reduce((sum, {waits}) => sum + Math.max(1, waits.length), 0) > mostRows,
	);

type Drawing = Pick<Graph, 'columns' | 'height' | 'isDrawable'>;

const undrawn = (columns: Columns): Drawing => ({
	columns: columns.map(items => ({items, strands: [], tracks: 0})),
	height: heightOf(columns),
	isDrawable: false,
});

const drawn = (columns: Columns, effort: Effort): Drawing =>
	withStrands(placeItems(columns, effort), effort);

/** So often something is moved out of the way. */
const mostMoves = 24;

const withStrands = (placed: Columns, effort: Effort): Drawing => {
	let items = placed;
	for (let move = 0; ; move++) {
		for (const column of items) effort.spend(column.length ** 2);
		if (effort.isSpent) return undrawn(items);
		const between = items.map((column, at) => strandsBetween(column, items[at + 1] ?? []));
		const stuck = between.findIndex(({stuckAt}) => stuckAt !== undefined);
		if (stuck < 0 || move === mostMoves) {
			return {
				columns: items.map((column, at) => ({
					...{items: column, strands: between[at]?.strands ?? []},
					tracks: between[at]?.tracks ?? 0,
				})),
				height: heightOf(items),
				isDrawable: stuck < 0,
			};
		}
		items = movedDown(items, stuck, between[stuck]?.stuckAt ?? 0);
	}
};

/** A row more: what is right of the channel goes down from there on, what is left of it below that. */
const movedDown = (columns: Columns, channel: number, stuckAt: number): Columns =>
	columns.map((items, at) =>
		items.map(item => {
			const isMoved = at > channel ? item.row >= stuckAt : item.row > stuckAt;
			return isMoved ? {...item, row: item.row + 1} : item;
		}),
	);

/** With those that somebody waits for and that do not exist. */
const withMissing = (services: readonly GraphService[]): WaitGraph => {
	const graph = new Map<string, readonly Wait[]>(
		services.map(({name, waits}) => [name, onceEach(waits)]),
	);
	for (const {waits} of services)
		for (const {service} of waits) if (!graph.has(service)) graph.set(service, []);
	return graph;
};

const onceEach = (waits: readonly Wait[]): readonly Wait[] =>
	waits.filter(({service}, at) => waits.findIndex(each => each.service === service) === at);

/** Without the waits that lead back to where the search for them has come from; in the same order. */
const withoutCircles = (whole: WaitGraph): Map<string, readonly Wait[]> => {
	const graph = new Map<string, readonly Wait[]>([...whole.keys()].map(name => [name, []]));
	const seen = new Set<string>();
	const open = new Set<string>();
	const enter = (name: string) => {
		seen.add(name);
		open.add(name);
		const kept = (whole.get(name) ?? []).filter(({service}) => !open.has(service));
		graph.set(name, kept);
		return {name, left: kept.values()};
	};
	for (const root of whole.keys()) {
		const path = seen.has(root) ? [] : [enter(root)];
		for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
			const {value: wait} = visit.left.next();
			if (wait === undefined) {
				path.pop();
				open.delete(visit.name);
			} else if (!seen.has(wait.service)) path.push(enter(wait.service));
		}
	}
	return graph;
};

/** By depth, the deepest first; where a wait leads further than to the next column, something passes. */
const columnsOf = (graph: WaitGraph): Columns => {
	const depths = new Map<string, number>();
	const depthOf = (name: string): number => {
		const known = depths.get(name);
		if (known !== undefined) return known;
		const below = (graph.get(name) ?? []).map(({service}) => depthOf(service));
		const depth = below.length === 0 ? 0 : 1 + Math.max(...below);
		depths.set(name, depth);
		return depth;
	};
	const columns = new Map<number, GraphItem[]>();
	const passing = new Set<string>();
	const put = (depth: number, item: Omit<GraphItem, 'row'>): void => {
		const items = columns.get(depth) ?? [];
		columns.set(depth, items);
		const size = passing.size;
		if (item.isPassing && passing.add(`${depth} ${item.name}`).size === size) return;
		items.push({...item, row: 0});
	};
	for (const [name, waits] of graph) {
		put(depthOf(name), {name, isPassing: false, waits});
		for (const {service} of waits)
			for (let depth = depthOf(name) - 1; depth > depthOf(service); depth--)
				put(depth, {name: service, isPassing: true, waits: []});
	}
	return [...columns].toSorted(([one], [other]) => other - one).map(([, items]) => items);
};
