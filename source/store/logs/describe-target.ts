import {qualifiedName} from '../../model/container-facts.ts';
import {sayGroup} from '../../model/grouping.ts';
import type {LogTarget} from '../../model/logs/log-target.ts';
import type {State} from '../state.ts';
import {targetContainers} from './select-target.ts';

/** What is meant, in a word: `shop/api`, `shop/*`, `3 containers`; foreign text. */
export const describeTarget = (state: State, target: LogTarget): string => {
	switch (target.kind) {
		case 'source': {
			const [container] = targetContainers(state, target);
			const name = state.logs.sources.get(target.source)?.name ?? 'gone';
			return container === undefined ? name : qualifiedName(container);
		}
		case 'service':
			return target.project === '' ? target.service : `${target.project}/${target.service}`;
		case 'project':
			return target.project === '' ? 'no project' : `${target.project}/*`;
		case 'group':
			return sayGroup(target.group, target.grouping);
		case 'chosen':
			return several(target.sources.length, 'container');
		case 'any':
			return several(target.targets.length, 'log');
		case 'all':
			return 'all containers';
	}
};

const several = (count: number, what: string): string =>
	`${count} ${what}${count === 1 ? '' : 's'}`;
