import type {DemoContainer} from './container.ts';
import {containerAttributes} from './container-events.ts';
import type {DemoEvent} from './event-hub.ts';

/** No engine of ours is asked about more. */
const reachMillis = 3_600_000;

type Told = Omit<DemoEvent, 'atNanos'> & {readonly atMillis: number};

/**
 * What a container would have told in the hour before the simulation began: starts and ends of the runs
 * that are assumed, and spells of bad health. In no order.
 */
export const pastEvents = (container: DemoContainer, presentMillis: number): readonly Told[] => {
	const {spec, runs, exitCode, oomKilled} = container;
	const tell = (
		atMillis: number,
		action: string,
		attributes: Readonly<Record<string, string>> = {},
	): Told => ({
		...{atMillis, action, type: 'container', id: container.id},
		attributes: containerAttributes(container, attributes),
	});
	const isReached = (atMillis: number): boolean => presentMillis - atMillis < reachMillis;
	const known = runs.filter(run => isReached(run.endedAtMillis ?? run.startedAtMillis));
	const lives = known.flatMap(({startedAtMillis, endedAtMillis}) => [
		tell(startedAtMillis, 'start'),
		...(endedAtMillis === undefined
			? []
			: [
					...(oomKilled ? [tell(endedAtMillis - 1, 'oom')] : []),
					tell(endedAtMillis, 'die', {exitCode: String(exitCode)}),
				]),
	]);
	const spells = (spec.past.unwell ?? []).flatMap(({agoMillis, forMillis}) => [
		tell(presentMillis - agoMillis, 'health_status: unhealthy'),
		tell(presentMillis - agoMillis + forMillis, 'health_status: healthy'),
	]);
	return [...lives, ...spells].filter(({atMillis}) => isReached(atMillis));
};
