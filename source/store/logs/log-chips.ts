import type {LogStream} from '../../model/log-line.ts';
import type {LogLevel} from '../../model/logs/log-level.ts';
import type {LogPattern} from '../../model/logs/log-pattern.ts';
import type {Action} from '../action.ts';
import type {LogsState} from './logs-state.ts';

/** One thing by which a part of the log is not shown; each can be taken away alone. */
export type LogChip =
	| {readonly kind: 'keep' | 'exclude'; readonly pattern: LogPattern}
	| {readonly kind: 'level'; readonly level: LogLevel}
	| {readonly kind: 'stream'; readonly stream: LogStream}
	| {readonly kind: 'muted'; readonly count: number}
	| {readonly kind: 'since'; readonly millis: number};

/** In the order in which they are shown. */
export const logChips = ({query, sources, backMillis}: LogsState): readonly LogChip[] => {
	const {keep, exclude, leastLevel, stream} = query;
	const muted = [...query.muted].filter(source => sources.has(source)).length;
	return [
		...keep.map((pattern): LogChip => ({kind: 'keep', pattern})),
		...exclude.map((pattern): LogChip => ({kind: 'exclude', pattern})),
		...(leastLevel === undefined ? [] : [{kind: 'level', level: leastLevel} as const]),
		...(stream === undefined ? [] : [{kind: 'stream', stream} as const]),
		...(muted === 0 ? [] : [{kind: 'muted', count: muted} as const]),
		...(backMillis === undefined ? [] : [{kind: 'since', millis: backMillis} as const]),
	];
};

/** What hides lines that are there; how far the log reaches back does not. */
export const hidingChips = (logs: LogsState): readonly LogChip[] =>
	logChips(logs).filter(({kind}) => kind !== 'since');

/** The action after which it is not there any more. */
export const withoutChip = ({query}: LogsState, chip: LogChip): Action => {
	switch (chip.kind) {
		case 'keep':
		case 'exclude': {
			const left = query[chip.kind].filter(pattern => pattern !== chip.pattern);
			return {type: 'logs/queried', query: {[chip.kind]: left}};
		}
		case 'level':
			return {type: 'logs/queried', query: {leastLevel: undefined}};
		case 'stream':
			return {type: 'logs/queried', query: {stream: undefined}};
		case 'muted':
			return {type: 'logs/queried', query: {muted: new Set()}};
		case 'since':
			return {type: 'logs/reached-back'};
	}
};
