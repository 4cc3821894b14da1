import {type Wait, waitsOf} from '../attention/dependencies.ts';
import type {Container} from '../container.ts';
import {refKey} from '../ids.ts';
import {circleOf, type WaitGraph} from './circle.ts';

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

const serviceOf = ({ref, compose}: Container): string =>
	compose === undefined || compose.oneOff ? refKey(ref) : nameOf(compose.project, compose.service);

const nameOf = (project: string, service: string): string => `${project}/${service}`;

/** Replicas may have been made by files that differ, so the waits of all of them count, each once. */
const graphOf = (containers: readonly Container[]): WaitGraph => {
	const names = new Set(containers.map(serviceOf));
	const graph = new Map<string, Map<string, Wait>>([...names].map(name => [name, new Map()]));
	for (const container of containers) {
		const project = container.compose?.project ?? '';
		const waits = graph.get(serviceOf(container));
		for (const {service, condition} of waitsOf(container)) {
			const wait = {service: nameOf(project, service), condition};
			if (names.has(wait.service)) waits?.set(`${condition} ${wait.service}`, wait);
		}
	}
	return new Map([...graph].map(([name, waits]) => [name, [...waits.values()]]));
};

const reversed = (graph: WaitGraph): WaitGraph => {
	const result = new Map<string, Wait[]>([...graph.keys()].map(name => [name, []]));
	for (const [name, waits] of graph) {
		for (const {service, condition} of waits) result.get(service)?.push({service: name, condition});
	}
	return result;
};

const ordered = (containers: readonly Container[], whole: WaitGraph): Order => {
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

/** Each service and each wait is looked at once, however they hang together. */
const wavesOf = (graph: WaitGraph): Waves => {
	const waiting = new Map([...graph].map(([name, waits]) => [name, waits.length]));
	const dependants = reversed(graph);
	const waves = new Map<string, number>();
	const left = new Set(graph.keys());
	let free = [...graph.keys()].filter(name => waiting.get(name) === 0);
	for (let wave = 0; free.length > 0; wave++) {
		const next: string[] = [];
		for (const name of free) {
			waves.set(name, wave);
			left.delete(name);
			for (const {service} of dependants.get(name) ?? []) {
				const count = (waiting.get(service) ?? 0) - 1;
				waiting.set(service, count);
				if (count === 0) next.push(service);
			}
		}
		free = next;
	}
	return {waves, stuck: left};
};

/** Those in a circle do not wait for each other; others still wait for them. */
const withoutCircle = (graph: WaitGraph, circle: ReadonlySet<string>): WaitGraph =>
	new Map(
		[...graph].map(([name, waits]) => [
			name,
			circle.has(name) ? waits.filter(({service}) => !circle.has(service)) : waits,
		]),
	);
