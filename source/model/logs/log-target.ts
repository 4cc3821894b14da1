import type {Container} from '../container.ts';
import {projectOf} from '../project-containers.ts';
import {type LogSourceId, logSourceOf} from './log-source.ts';

/**
 * Whose logs are shown. Not a list of containers: which ones those are is looked up again whenever
 * containers come or go, so that a service that is scaled brings its new replicas along.
 */
export type LogTarget =
	| {readonly kind: 'source'; readonly source: LogSourceId}
	| {readonly kind: 'service'; readonly project: string; readonly service: string}
	| {readonly kind: 'project'; readonly project: string}
	| {readonly kind: 'chosen'; readonly sources: readonly LogSourceId[]}
	| {readonly kind: 'any'; readonly targets: readonly LogTarget[]}
	| {readonly kind: 'all'};

export const isInTarget = (target: LogTarget, container: Container): boolean => {
	switch (target.kind) {
		case 'source':
			return logSourceOf(container) === target.source;
		case 'service':
			return (
				projectOf(container) === target.project && container.compose?.service === target.service
			);
		case 'project':
			return projectOf(container) === target.project;
		case 'chosen':
			return target.sources.includes(logSourceOf(container));
		case 'any':
			return target.targets.some(each => isInTarget(each, container));
		case 'all':
			return true;
	}
};

/** Says the same for the same target, and only then. */
export const targetKey = (target: LogTarget | undefined): string =>
	target === undefined ? '' : JSON.stringify(target);
