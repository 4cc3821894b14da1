import type {Container} from './container.ts';

/**
 * The same containers, those of Compose with the number of containers that their service has: only
 * where there are several does a name need the replica's number.
 */
export const countReplicas = (containers: readonly Container[]): readonly Container[] => {
	const counts = new Map<string, Map<string, number>>();
	for (const {compose} of containers) {
		if (compose === undefined || compose.oneOff) continue;
		const services = counts.get(compose.project) ?? new Map<string, number>();
		counts.set(compose.project, services);
		services.set(compose.service, (services.get(compose.service) ?? 0) + 1);
	}
	return containers.map(container => {
		const {compose} = container;
		if (compose === undefined) return container;
		// Containers of `docker compose run` have names of their own and are no replicas.
		const known = compose.oneOff ? 1 : counts.get(compose.project)?.get(compose.service);
		return {...container, compose: {...compose, replicas: known ?? 1}};
	});
};
