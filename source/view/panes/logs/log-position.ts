import type {Line} from '../../../format/span.ts';
import type {View} from '../../view.ts';
import {styled} from '../../widgets/spans.ts';

/** Where in the log the pane stands: at its moving end, at its last line, or held further up. */
export const logPosition = ({state, logs, symbols}: View): Line => {
	const {heldAt, status, target} = state.logs;
	if (target === undefined) return [];
	if (heldAt !== undefined) {
		const newer = logs.lastSeq - heldAt;
		return [styled('pause', `${symbols.paused} HELD  +${newer} newer (End)`)];
	}
	if (state.connection.status === 'lost') return [styled('err', `${symbols.failed} NO ENGINE`)];
	switch (status.kind) {
		case 'idle':
		case 'opening':
			return [styled('muted', symbols.wait)];
		case 'following':
			return [styled('ok', `${symbols.follow} FOLLOW`)];
		case 'ended':
			return [styled('muted', 'ENDED')];
		case 'failed':
			return [styled('err', `${symbols.failed} NO LOG`)];
	}
};
