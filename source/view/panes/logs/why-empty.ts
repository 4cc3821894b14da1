import {formatClock} from '../../../format/clock.ts';
import {formatCount} from '../../../format/count.ts';
import {reachName} from '../../../model/logs/reach.ts';
import {hidingChips} from '../../../store/logs/log-chips.ts';
import {shownTarget} from '../../../store/logs/select-target.ts';
import type {View} from '../../view.ts';
import {keyDoes, keyInBrackets, keyOf} from '../../widgets/key-name.ts';
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

const nothingSince = (view: View, backMillis: number): string => {
	const {state, zoneOffsetMinutes} = view;
	const {sinceMillis} = state.logs;
	const clock = sinceMillis && formatClock(sinceMillis, {offsetMinutes: zoneOffsetMinutes});
	const moment = clock ? ` (${clock})` : '';
	const further = keyDoes(view, 'log.since', 'reaches further back');
	return `no output since ${reachName(backMillis)} ago${moment}${further && `; ${further}`}`;
};

const whyHidden = (view: View): string => {
	const {state, logs, symbols} = view;
	if (!logs.isComplete) return `${symbols.wait} looking through the log`;
	const names = hidingChips(state.logs).map(chip => chipText(chip, symbols));
	const {size} = logs.book;
	const what = size === 1 ? 'the only entry is' : `all ${formatCount(size)} entries are`;
	return `${what} hidden by: ${names.join(', ')}${wayOut(view)}`;
};

/** What takes the filters away from here; behind an overlay neither does. */
const wayOut = (view: View): string => {
	const {state} = view;
	if (state.frame.overlays.length > 0) return '';
	const filters = keyOf(view, 'log.filters');
	const named = (id: string, joint: string): string => {
		const keys = [keyOf(view, id), filters].filter(key => key !== undefined);
		return keys.length === 0 ? '' : ` (${keys.join(joint)})`;
	};
	if (!hasKeys(state, 'logs')) return named('pane.next', ', then ');
	return state.logs.search === undefined
		? named('frame.back', ' or ')
		: keyInBrackets(view, 'log.filters');
};
