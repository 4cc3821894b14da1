import {type Wait, waitsOf} from '../attention/dependencies.ts';
import type {Container} from '../container.ts';
import {refKey} from '../ids.ts';

/** One container of several that something is done to, and what is dealt with before it. */
interface Step {
	readonly container: Container;
	/** Its service, as `project/service`; of what belongs to none a name of its own. */
	readonly service: string;
	/** All containers of these services come first; the condition is that of the one that starts. */
	readonly after: readonly Wait[];
	/** 0 for those that wait for nobody. */
	readonly wave: number;
}

export interface Order {
	/** By wave, and as they were given within one. */
	readonly steps: readonly Step[];
	/** Services that wait for each other in a circle: nobody can say which of them comes first. */
	readonly circle: readonly string[];
}

/** What others wait for comes first, as Compose starts them; only those that are among them count. */
export const startOrder = (containers: readonly Container[]): Order =>
	ordered(containers, graphOf(containers));

/** The other way round, as Compose stops them: what needs a service is gone before the service is. */
export const stopOrder = (containers: readonly Container[]): Order =>
	ordered(containers, reversed(graphOf(containers)));

/** Waits by service, of services that there are. */
type Graph = ReadonlyMap<string, readonly Wait[]>;

const serviceOf = ({ref, compose}: Container): string =>
	compose === undefined || compose.oneOff ? refKey(ref) : nameOf(compose.project, compose.service);

const nameOf = (project: string, service: string): string => `${project}/${service}`;

/** Replicas may have been made by files that differ, so the waits of all of them count. */
const graphOf = (containers: readonly Container[]): Graph => {
	const names = new Set(containers.map(serviceOf));
	const graph = new Map<string, Wait[]>([...names].map(name => [name, []]));
	for (const container of containers) {
		const project = container.compose?.project ?? '';
		const waits = graph.get(serviceOf(container)) ?? [];
		for (const {service, condition} of waitsOf(container)) {
			const wait = {service: nameOf(project, service), condition};
			const isKnown = waits.some(each => isSame(each, wait));
			if (names.has(wait.service) && !isKnown) waits.push(wait);
		}
	}
	return graph;
};

const isSame = (some: Wait, other: Wait): boolean =>
	some.service === other.service && some.condition === other.condition;

const reversed = (graph: Graph): Graph => {
	const result = new Map<string, Wait[]>([...graph.keys()].map(name => [name, []]));
	for (const [name, waits] of graph) {
		for (const {service, condition} of waits) result.get(service)?.push({service: name, condition});
	}
	return result;
};

const ordered = (containers: readonly Container[], whole: Graph): Order => {
	const found = wavesOf(whole);
	const circle = circleOf(whole, found.stuck);
	const graph = circle.size === 0 ? whole : withoutCircle(whole, circle);
	const {waves} = circle.size === 0 ? found : wavesOf(graph);
	const steps = containers.map((container): Step => {
		const service = serviceOf(container);
		return {container, service, after: graph.get(service) ?? [], wave: waves.get(service) ?? 0};
	});
	return {steps: steps.toSorted((some, other) => some.wave - other.wave), circle: [...circle]};
};

interface Waves {
	/** Each one later than all that it waits for. */
	readonly waves: ReadonlyMap<string, number>;
	/** In a circle, or waiting for one. */
	readonly stuck: ReadonlySet<string>;
}

const wavesOf = (graph: Graph): Waves => {
	const waves = new Map<string, number>();
	const left = new Set(graph.keys());
	for (let wave = 0; left.size > 0; wave++) {
		const free = [...left].filter(name =>
			(graph.get(name) ?? []).every(({service}) => !left.has(service)),
		);
		if (free.length === 0) break;
		for (const name of free) {
			waves.set(name, wave);
			left.delete(name);
		}
	}
	return {waves, stuck: left};
};

/** Services that wait, through whomever, for themselves. */
const circleOf = (graph: Graph, stuck: ReadonlySet<string>): ReadonlySet<string> =>
	new Set([...stuck].filter(name => reachable(graph, name).has(name)));

const reachable = (graph: Graph, from: string): ReadonlySet<string> => {
	const seen = new Set<string>();
	const open = [from];
	for (let name = open.pop(); name !== undefined; name = open.pop()) {
		for (const {service} of graph.get(name) ?? []) {
			if (seen.has(service)) continue;
			seen.add(service);
			open.push(service);
		}
	}
	return seen;
};

/** Those in a circle do not wait for each other; others still wait for them. */
const withoutCircle = (graph: Graph, circle: ReadonlySet<string>): Graph =>
	new Map(
		[...graph].map(([name, waits]) => [
			name,
			circle.has(name) ? waits.filter(({service}) => !circle.has(service)) : waits,
		]),
	);
