import {waitsOf} from '../attention/dependencies.ts';
import {type Container, isUp} from '../container.ts';
import {exitCode, healthOf} from '../container-facts.ts';
import {seconds} from './action-outcome.ts';
import type {ActionVerb} from './container-action.ts';

/**
 * Those that may suffer from what is done to these: by the labels of Compose the services that wait for
 * them. Compose 1 sets none of these labels; then all others of the project.
 */
export const neighboursOf = (
	containers: readonly Container[],
	all: Iterable<Container>,
): readonly Container[] => {
	const chosen = new Set(containers.map(({ref}) => ref.id));
	const services = new Map<string, Set<string>>();
	for (const {compose} of containers) {
		if (compose === undefined) continue;
		const known = services.get(compose.project) ?? new Set();
		services.set(compose.project, known.add(compose.service));
	}
	if (services.size === 0) return [];
	const others = [...all].filter(
		({ref, compose}) => compose && services.has(compose.project) && !chosen.has(ref.id),
	);
	/** Of which at least one container says what it waits for. */
	const told = new Set(
		[...others, ...containers]
			.filter(other => waitsOf(other).length > 0)
			.map(({compose}) => compose?.project),
	);
	return others.filter(container => {
		const project = container.compose?.project ?? '';
		if (!told.has(project)) return isUp(container);
		const waits = waitsOf(container).map(({service}) => service);
		return isUp(container) && waits.some(service => services.get(project)?.has(service));
	});
};

/** What happened to a neighbour since, where that is bad news: `turned unhealthy`, `ended with 1`. */
export const turnedBad = (before: Container, now: Container): string | undefined => {
	if (isUp(before) && before.state !== 'restarting' && now.state !== 'paused') {
		const code = exitCode(now);
		if (!isUp(now)) return code === undefined ? `is ${now.state}` : `ended with ${code}`;
		if (now.state === 'restarting') return 'ended and is restarting';
	}
	const [was, is] = [healthOf(before).kind, healthOf(now).kind];
	return was !== 'unhealthy' && is === 'unhealthy' ? 'turned unhealthy' : undefined;
};

const nouns: Readonly<Partial<Record<ActionVerb, string>>> = {
	kill: 'signal to',
	unpause: 'unpausing of',
	pause: 'pausing of',
	remove: 'removal of',
};

/** `shop/api turned unhealthy 4.2s after the restart of shop/db` */
export const sayTurned = (
	{verb, of}: {readonly verb: ActionVerb; readonly of: string},
	{
		name,
		what,
		afterMillis,
	}: {
		readonly name: string;
		readonly what: string;
		readonly afterMillis: number;
	},
): string =>
	`${name} ${what} ${seconds(afterMillis)} after the ${nouns[verb] ?? `${verb} of`} ${of}`;

/** `shop/job stopped again with 1, 0.8s after its restart: cannot open the file`; what is quoted is foreign text. */
export const sayStoppedAgain = (
	name: string,
	verb: ActionVerb,
	{
		exitCode: code,
		afterMillis,
		lastLine,
	}: {
		readonly exitCode?: number;
		readonly afterMillis: number;
		readonly lastLine?: string;
	},
): string => {
	const how = code === undefined ? '' : ` with ${code}`;
	const said = lastLine === undefined ? '' : `: ${lastLine}`;
	return `${name} stopped again${how}, ${seconds(afterMillis)} after its ${verb}${said}`;
};
