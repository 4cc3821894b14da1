import type {Container} from '../container.ts';
import {endedWell, healthOf} from '../container-facts.ts';

const conditions = [
	'service_started',
	'service_healthy',
	'service_completed_successfully',
] as const;

/** A service that Compose starts before another one, and what that one waits for. */
export interface Wait {
	readonly service: string;
	readonly condition: (typeof conditions)[number];
}

export interface Dependency extends Wait {
	/** Those of the service that there are. */
	readonly containers: readonly Container[];
}

const dependsOnLabel = 'com.docker.compose.depends_on';

/**
 * From the label that Compose 2 sets: `db:service_healthy:true,redis:service_started:false`. Without it,
 * as under Compose 1, nothing is known and nothing is returned.
 */
export const waitsOf = ({labels, compose}: Container): readonly Wait[] => {
	const label = labels[dependsOnLabel];
	if (!label || compose === undefined || compose.oneOff) return none;
	return label.split(',').flatMap(part => {
		const [service = '', word] = part.split(':');
		const condition = conditions.find(each => each === word);
		return service === '' || condition === undefined ? [] : [{service, condition}];
	});
};

/** What the files say, as the label that Compose 2 would have set; where there is one that stays. */
export const withWaits = (container: Container, waits: readonly Wait[]): Container => {
	if (tellsWaits(container)) return container;
	const label = waits.map(({service, condition}) => `${service}:${condition}:false`).join(',');
	return {...container, labels: {...container.labels, [dependsOnLabel]: label}};
};

/** Compose 2 sets the label on all its containers, also where nothing is waited for. */
export const tellsWaits = ({labels}: Container): boolean => labels[dependsOnLabel] !== undefined;

const none: readonly Wait[] = [];

/** `db is unhealthy`: why the service is not as its dependants need it; undefined when it is. */
export const whyUnmet = ({service, condition, containers}: Dependency): string | undefined => {
	if (containers.length === 0) return `${service} does not exist`;
	if (condition === 'service_completed_successfully') {
		return containers.some(endedWell) ? undefined : `${service} has not ended with 0`;
	}
	const running = containers.filter(({state}) => state === 'running');
	const [first] = containers;
	if (running.length === 0) return `${service} is ${first?.state}`;
	if (condition === 'service_started') return undefined;
	const healths = running.map(container => healthOf(container).kind);
	if (healths.some(kind => kind === 'healthy' || kind === 'none')) return undefined;
	return `${service} is ${healths.includes('unhealthy') ? 'unhealthy' : 'not healthy yet'}`;
};
