import type {LogTarget} from '../../model/logs/log-target.ts';
import type {LogsState} from './logs-state.ts';

/** What a log is of, in a word: `api-2`, `shop`, `4 logs`; foreign text. Undefined where none is shown. */
export const targetName = ({target, sources}: LogsState): string | undefined =>
	target && (nameOf(target) ?? [...sources.values()][0]?.name);

const nameOf = (target: LogTarget): string | undefined => {
	switch (target.kind) {
		case 'source':
			return undefined;
		case 'service':
			return target.service;
		case 'project':
			return target.project === '' ? 'no project' : target.project;
		case 'chosen':
			return `${target.sources.length} logs`;
		case 'any':
			return `${target.targets.length} logs`;
		case 'all':
			return 'all';
	}
};
