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
	const strands = right.flatMap(({name, isPassing, row}): readonly GraphStrand[] => {
		const from = left.flatMap(item => endsOf(item, name));
		return from.length === 0 ? [] : [{target: name, from, toRow: row, isEnd: !isPassing}];
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

const endsOf = ({name, isPassing, waits, row}: GraphItem, target: string): GraphStrand['from'] => {
	if (isPassing) return name === target ? [{row}] : [];
	return waits.flatMap((wait, index) =>
		wait.service === target ? [{row: row + index, wait}] : [],
	);
};

const spanOf = ({from, toRow}: GraphStrand): readonly [first: number, last: number] => {
	const rows = [toRow, ...from.map(({row}) => row)];
	return [Math.min(...rows), Math.max(...rows)];
};

const overlaps = (one: GraphStrand, other: GraphStrand): boolean => {
	const [first, last] = spanOf(one);
	const [start, end] = spanOf(other);
	return first <= end && start <= last;
};

/** On a row where one comes from the left and another one leaves to the right, that one has to turn first. */
const mustBeLeftOf = (one: GraphStrand, other: GraphStrand): boolean =>
	one !== other && one.from.some(({row}) => row === other.toRow);

/** A row instead, where each of some would have to turn before the next one. */
const tracksOf = (bent: readonly GraphStrand[]): ReadonlyMap<GraphStrand, number> | number => {
	const tracks = new Map<GraphStrand, number>();
	const left = new Set(bent);
	while (left.size > 0) {
		const next = [...left].find(strand => ![...left].some(other => mustBeLeftOf(other, strand)));
		if (next === undefined) return [...left][0]?.toRow ?? 0;
		left.delete(next);
		const least = Math.max(
			0,
			...[...tracks].map(([other, track]) => (mustBeLeftOf(other, next) ? track + 1 : 0)),
		);
		let track = least;
		while ([...tracks].some(([other, taken]) => taken === track && overlaps(other, next))) track++;
		tracks.set(next, track);
	}
	return tracks;
};
