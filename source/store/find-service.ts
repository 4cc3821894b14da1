import type {Container} from '../model/container.ts';
import type {Chunk, ContainerMap} from './container-map.ts';

/** The containers of a Compose service, without those of `docker compose run`. */
export const findService = (
	containers: ContainerMap,
	project: string,
	service: string,
): readonly Container[] => {
	if (latest?.containers !== containers) latest = {containers, found: new Map()};
	const name = nameOf(project, service);
	const known = latest.found.get(name);
	if (known !== undefined) return known;
	const found = containers.chunks.flatMap(chunk => servicesIn(chunk).get(name) ?? none);
	latest.found.set(name, found);
	return found;
};

const none: readonly Container[] = [];

let latest:
	| {readonly containers: ContainerMap; readonly found: Map<string, readonly Container[]>}
	| undefined;

/** Made once: in tens of thousands only a stretch changes at a time. */
const servicesIn = (chunk: Chunk): ReadonlyMap<string, readonly Container[]> => {
	const known = services.get(chunk);
	if (known !== undefined) return known;
	const found = new Map<string, Container[]>();
	for (const container of chunk) {
		if (container?.compose === undefined || container.compose.oneOff) continue;
		const name = nameOf(container.compose.project, container.compose.service);
		const others = found.get(name);
		if (others === undefined) found.set(name, [container]);
		else others.push(container);
	}
	services.set(chunk, found);
	return found;
};

const services = new WeakMap<Chunk, ReadonlyMap<string, readonly Container[]>>();

/** A line feed is in none of the two. */
const nameOf = (project: string, service: string): string => `${project}\n${service}`;
