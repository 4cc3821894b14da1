import {logChips, withoutChip} from '../../../store/logs/log-chips.ts';
import type {Hit, HitTest} from '../../hit.ts';
import type {View} from '../../view.ts';
import {clickAt} from '../../widgets/spans.ts';
import {hitLog, turnEntry} from './hit-log.ts';
import {paintLog} from './log-view.ts';

/** What hides a part of a log, its entries and its scroll bar. */
export const hitLogPane: HitTest = (view, spot, width, height) => {
	if (view.state.frame.tab !== 'logs') return undefined;
	const click = clickAt(paintLog(view, width, height)[spot.y], spot.x);
	const [kind, name = ''] = click?.split(':') ?? [];
	if (kind === 'chip' || kind === 'unchip') return chipHit(view, kind, Number(name));
	if (click === 'log.fold') return turnEntry(view, spot, width, height);
	return click === undefined ? hitLog(view, spot, width, height) : {kind: 'command', id: click};
};

/** The cross takes it away; the words open all of them with this one chosen. */
const chipHit = ({state}: View, kind: 'chip' | 'unchip', index: number): Hit | undefined => {
	const chip = logChips(state.logs)[index];
	if (chip === undefined) return undefined;
	const action =
		kind === 'unchip'
			? withoutChip(state.logs, chip)
			: ({type: 'overlay/opened', overlay: {kind: 'chips', index}} as const);
	return {kind: 'dispatch', actions: [action]};
};
