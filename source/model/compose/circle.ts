import type {Wait} from '../attention/dependencies.ts';

/** Waits by service, of services that there are. */
export type WaitGraph = ReadonlyMap<string, readonly Wait[]>;

/** How far the search has got with a service. */
interface Visit {
	readonly name: string;
	readonly number: number;
	/** The smallest number of those that it reaches and that are still open. */
	lowest: number;
	/** The next of its waits. */
	next: number;
}

/**
 * Services that wait, through whomever, for themselves. Each wait is looked at once (Tarjan's strongly
 * connected components), and without calls within calls: a chain may be as long as somebody's label.
 */
export const circleOf = (graph: WaitGraph, stuck: ReadonlySet<string>): ReadonlySet<string> => {
	const search = new Search(graph);
	for (const root of stuck) search.from(root);
	return new Set([...stuck].filter(name => search.circle.has(name)));
};

class Search {
	readonly circle = new Set<string>();
	readonly #graph: WaitGraph;
	readonly #visits = new Map<string, Visit>();
	/** Visited, and not known to belong together with others. */
	readonly #open: string[] = [];
	readonly #isOpen = new Set<string>();

	constructor(graph: WaitGraph) {
		this.#graph = graph;
	}

	from(root: string): void {
		const path = this.#visits.has(root) ? [] : [this.#begin(root)];
		for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
			const wait = this.#graph.get(visit.name)?.[visit.next++];
			if (wait === undefined) {
				path.pop();
				this.#end(visit, path.at(-1));
				continue;
			}
			const other = this.#visits.get(wait.service);
			if (other === undefined) path.push(this.#begin(wait.service));
			else if (this.#isOpen.has(wait.service)) visit.lowest = Math.min(visit.lowest, other.number);
		}
	}

	#begin(name: string): Visit {
		const number = this.#visits.size;
		const visit = {name, number, lowest: number, next: 0};
		this.#visits.set(name, visit);
		this.#open.push(name);
		this.#isOpen.add(name);
		return visit;
	}

	/** All that is open from this one on reaches itself, but for one alone that does not wait for itself. */
	#end({name, number, lowest}: Visit, above: Visit | undefined): void {
		if (above !== undefined) above.lowest = Math.min(above.lowest, lowest);
		if (lowest !== number) return;
		const members = this.#open.splice(this.#open.lastIndexOf(name));
		for (const member of members) this.#isOpen.delete(member);
		const isItself = this.#graph.get(name)?.some(({service}) => service === name) ?? false;
		if (members.length > 1 || isItself) for (const member of members) this.circle.add(member);
	}
}
