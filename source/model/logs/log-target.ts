import type {Container} from '../container.ts';
import {projectOf} from '../container-facts.ts';
import {type Grouping, groupOf} from '../grouping.ts';
import {type LogSourceId, logSourceOf} from './log-source.ts';

/**
 * Whose logs are shown. Not a list of containers: which ones those are is looked up again whenever
 * containers come or go, so that a service that is scaled brings its new replicas along.
 */
export type LogTarget =
	| {readonly kind: 'source'; readonly source: LogSourceId}
	| {readonly kind: 'service'; readonly project: string; readonly service: string}
	| {readonly kind: 'project'; readonly project: string}
	/** Another group than a project; who is in it may change. */
	| {readonly kind: 'group'; readonly grouping: Grouping; readonly group: string}
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
		case 'group':
			return groupOf(container, target.grouping) === target.group;
		case 'chosen':
			return chosenIn(target).has(logSourceOf(container));
		case 'any':
			return target.targets.some(each => isInTarget(each, container));
		case 'all':
			return true;
	}
};

type Chosen = Extract<LogTarget, {kind: 'chosen'}>;

/** Thousands may be chosen among thousands. Targets do not change, so that it is found out once of each. */
const chosenIn = (target: Chosen): ReadonlySet<LogSourceId> => {
	const sources = chosen.get(target) ?? new Set(target.sources);
	chosen.set(target, sources);
	return sources;
};

const chosen = new WeakMap<Chosen, ReadonlySet<LogSourceId>>();

/** Says the same for the same target, and only then. Asked for with every change of the state. */
export const targetKey = (target: LogTarget | undefined): string => {
	if (target === undefined) return '';
	const key = keys.get(target) ?? JSON.stringify(target);
	keys.set(target, key);
	return key;
};

const keys = new WeakMap<LogTarget, string>();
