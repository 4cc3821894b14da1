import {formatCount} from '../../../format/count.ts';
import type {Line} from '../../../format/span.ts';
import {targetKey} from '../../../model/logs/log-target.ts';
import {shownTarget} from '../../../store/logs/select-target.ts';
import type {State} from '../../../store/state.ts';
import type {View} from '../../view.ts';
import {clickable, styled} from '../../widgets/spans.ts';

/**
 * False for the moment between a move of the selection and the opening of its log: what is there is
 * still that of the row before, and must not stand under the name of another.
 */
export const isOfSelection = (state: State): boolean =>
	targetKey(state.logs.target) === targetKey(shownTarget(state));

/** Where in the log the pane stands: at its moving end, at its last line, or held further up. */
export const logPosition = ({state, logs, symbols}: View): Line => {
	const {held, status} = state.logs;
	if (shownTarget(state) === undefined) return [];
	if (!isOfSelection(state)) return [styled('muted', symbols.wait)];
	if (held !== undefined) {
		const newest = held.newestSeq ?? held.seq;
		const fresh = formatCount(logs.count - logs.indexOf(newest + 1));
		// With it went others that came since.
		const isLeast = logs.book.entries.find(newest) === undefined;
		const count = isLeast ? `+${fresh} or more` : `+${fresh}`;
		return clickable('log.follow', [styled('pause', `${symbols.paused} HELD  ${count} new (End)`)]);
	}
	if (state.connection.status === 'lost') return [styled('err', `${symbols.failed} NO ENGINE`)];
	if (state.connection.status === 'stale') return [styled('warn', `${symbols.wait} NO ANSWER`)];
	switch (status.kind) {
		case 'idle':
		case 'opening':
			return [styled('muted', symbols.wait)];
		case 'following':
			return [styled('ok', `${symbols.follow} FOLLOW`)];
		case 'gone':
			return [styled('muted', 'GONE')];
		case 'ended':
			return [styled('muted', 'ENDED')];
		case 'failed':
			return [styled('err', `${symbols.failed} NO LOG`)];
	}
};
