import type {Container} from './container.ts';

/**
 * The same containers, those of Compose with the number of containers that their service has: only
 * where there are several does a name need the replica's number.
 */
export const countReplicas = (containers: readonly Container[]): readonly Container[] => {
	const counts = new Map<string, number>();
	for (const container of containers) {
		const service = serviceOf(container);
		counts.set(service, (counts.get(service) ?? 0) + 1);
	}
	return containers.map(container => {
		const {compose} = container;
		if (compose === undefined) return container;
		return {...container, compose: {...compose, replicas: counts.get(serviceOf(container)) ?? 1}};
	});
};

/** Containers of `docker compose run` have names of their own and are no replicas. */
const serviceOf = ({compose, ref}: Container): string =>
	compose === undefined || compose.oneOff
		? ref.id
		: JSON.stringify([compose.project, compose.service]);
