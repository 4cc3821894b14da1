import {formatClock} from '../../../format/clock.ts';
import {formatCount} from '../../../format/count.ts';
import {reachName} from '../../../model/logs/reach.ts';
import {hidingChips} from '../../../store/logs/log-chips.ts';
import {shownTarget} from '../../../store/logs/select-target.ts';
import type {State} from '../../../store/state.ts';
import type {View} from '../../view.ts';
import {hasKeys} from '../has-keys.ts';
import {chipText} from './chips.ts';
import {isOfSelection} from './log-position.ts';

/** Why no line of a log is shown, in words. */
export const whyEmpty = (view: View): string => {
	const {state, logs, symbols} = view;
	const {status, backMillis} = state.logs;
	const isLost = state.connection.status === 'lost';
	const asking = `${symbols.wait} ${isLost ? 'waiting for' : 'asking'} the engine`;
	if (shownTarget(state) === undefined) return 'nothing selected';
	if (!isOfSelection(state)) return asking;
	if (logs.book.size > 0) return whyHidden(view);
	if (status.kind === 'idle' || status.kind === 'opening') return asking;
	if (status.kind === 'failed') {
		const {message, hint} = status.failure;
		return hint === undefined ? message : `${message} (${hint})`;
	}
	// Whoever asked for all of it has got all of it.
	if (backMillis !== undefined && Number.isFinite(backMillis))
		return nothingSince(view, backMillis);
	switch (status.kind) {
		case 'following':
			return 'no output yet; what is written appears here';
		case 'gone':
			return 'the container is gone, and it had written nothing';
		case 'ended':
			return 'no output: it stopped without writing anything';
	}
};

const nothingSince = ({state, zoneOffsetMinutes}: View, backMillis: number): string => {
	const {sinceMillis} = state.logs;
	const clock = sinceMillis && formatClock(sinceMillis, {offsetMinutes: zoneOffsetMinutes});
	const moment = clock ? ` (${clock})` : '';
	return `no output since ${reachName(backMillis)} ago${moment}; S reaches further back`;
};

const whyHidden = ({state, logs, symbols}: View): string => {
	if (!logs.isComplete) return `${symbols.wait} looking through the log`;
	const names = hidingChips(state.logs).map(chip => chipText(chip, symbols));
	const {size} = logs.book;
	const what = size === 1 ? 'the only entry is' : `all ${formatCount(size)} entries are`;
	return `${what} hidden by: ${names.join(', ')}${wayOut(state)}`;
};

/** What takes the filters away from here; behind an overlay neither does. */
const wayOut = (state: State): string => {
	if (state.frame.overlays.length > 0) return '';
	if (!hasKeys(state, 'logs')) return ' (Tab, then F)';
	return state.logs.search === undefined ? ' (Esc or F)' : ' (F)';
};
