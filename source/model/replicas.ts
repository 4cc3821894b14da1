import type {Container} from './container.ts';

/**
 * The same containers, those of a Compose service with several with their number: only there does a
 * name need that of the replica. All others are the same objects, because there may be thousands.
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
		// Containers of `docker compose run` have names of their own and are no replicas.
		if (compose === undefined || compose.oneOff) return container;
		const replicas = counts.get(compose.project)?.get(compose.service) ?? 1;
		return replicas === (compose.replicas ?? 1)
			? container
			: {...container, compose: {...compose, replicas}};
	});
};
