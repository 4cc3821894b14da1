import type {Container} from '../container.ts';
import {displayName, isReplica, qualifiedName} from '../container-facts.ts';
import {type LogSourceId, logSourceOf} from './log-source.ts';

/** As short as they are clear: the service where all are of one project, else with its project. Foreign text. */
export const namesOf = (containers: Iterable<Container>): ReadonlyMap<LogSourceId, string> => {
	const all = [...containers];
	const projects = new Set(all.map(({compose}) => compose?.project));
	return new Map(
		all.map(container => [
			logSourceOf(container),
			projects.size > 1 ? qualifiedName(container) : displayName(container, isReplica(container)),
		]),
	);
};
