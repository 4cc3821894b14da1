import type {GraphItem, GraphStrand} from './graph-shape.ts';

export interface Strands {
	readonly strands: readonly GraphStrand[];
	readonly tracks: number;
	/** A row on which a line would lie on another one; undefined where that can be avoided. */
	readonly stuckAt?: number;
}

/**
 * The lines between two columns. Where they go up or down they have tracks, which are numbered so that
 * no two lie on each other.
 */
export const strandsBetween = (
	left: readonly GraphItem[],
	right: readonly GraphItem[],
): Strands => {
	const ends = endsOf(left);
	const strands = right.flatMap(({name, isPassing, row}): readonly GraphStrand[] => {
		const from = ends.get(name);
		return from === undefined ? [] : [{target: name, from, toRow: row, isEnd: !isPassing}];
	});
	const bent = strands.filter(strand => strand.from.some(({row}) => row !== strand.toRow));
	const tracks = tracksOf(bent);
	if (typeof tracks === 'number') return {strands: [], tracks: 0, stuckAt: tracks};
	return {
		strands: strands.map(strand => {
			const track = tracks.get(strand);
			return track === undefined ? strand : {...strand, track};
		}),
		tracks: Math.max(0, ...[...tracks.values()].map(track => track + 1)),
	};
};

type Ends = GraphStrand['from'];

/** Where lines begin, by the service that they lead to. */
const endsOf = (items: readonly GraphItem[]): ReadonlyMap<string, Ends> => {
	const ends = new Map<string, Ends[number][]>();
	const add = (target: string, end: Ends[number]): void => {
		const known = ends.get(target);
		if (known === undefined) ends.set(target, [end]);
		else known.push(end);
	};
	for (const {name, isPassing, waits, row} of items) {
		if (isPassing) add(name, {row});
		else for (const [index, wait] of waits.entries()) add(wait.service, {row: row + index, wait});
	}
	return ends;
};

type Rows = readonly [first: number, last: number];

const spanOf = ({from, toRow}: GraphStrand): Rows => {
	const rows = [toRow, ...from.map(({row}) => row)];
	return [Math.min(...rows), Math.max(...rows)];
};

const overlap = ([first, last]: Rows, [start, end]: Rows): boolean => first <= end && start <= last;

/** A row instead, where each of some would have to turn before the next one. */
const tracksOf = (bent: readonly GraphStrand[]): ReadonlyMap<GraphStrand, number> | number => {
	const tracks = new Map<GraphStrand, number>();
	const taken: Rows[][] = [];
	const left = new Set(bent);
	const beginning = new Map(
		bent.flatMap(strand => strand.from.map(({row}) => [row, strand] as const)),
	);
	// On a row where one comes from the left and another one leaves to the right, that one has to turn first.
	const mustTurnBefore = (strand: GraphStrand): GraphStrand | undefined => {
		const other = beginning.get(strand.toRow);
		return other === strand ? undefined : other;
	};
	const isFree = (strand: GraphStrand): boolean => {
		const other = mustTurnBefore(strand);
		return other === undefined || !left.has(other);
	};
	while (left.size > 0) {
		const next = [...left].find(isFree);
		if (next === undefined) return [...left][0]?.toRow ?? 0;
		left.delete(next);
		const before = mustTurnBefore(next);
		const rows = spanOf(next);
		let track = before === undefined ? 0 : (tracks.get(before) ?? -1) + 1;
		while (taken[track]?.some(each => overlap(each, rows))) track++;
		tracks.set(next, track);
		taken[track] = [...(taken[track] ?? []), rows];
	}
	return tracks;
};
