import {logChips, withoutChip} from '../../../store/logs/log-chips.ts';
import {tabs} from '../../../store/state.ts';
import type {Hit, HitTest} from '../../hit.ts';
import type {View} from '../../view.ts';
import {clickAt} from '../../widgets/spans.ts';
import {hitLog, turnEntry} from './hit-log.ts';
import {paintBottom} from './paint-bottom.ts';

/** Tabs, and of a log what hides a part of it, its entries and its scroll bar. */
export const hitBottom: HitTest = (view, spot, width, height) => {
	const click = clickAt(paintBottom(view, width, height)[spot.y], spot.x);
	const [kind, name = ''] = click?.split(':') ?? [];
	if (kind === 'tab') return tabHit(name);
	if (kind === 'chip' || kind === 'unchip') return chipHit(view, kind, Number(name));
	if (click === 'log.fold') return turnEntry(view, spot, width, height);
	if (click !== undefined) return {kind: 'command', id: click};
	return view.state.frame.tab === 'logs' ? hitLog(view, spot, width, height) : undefined;
};

const tabHit = (name: string): Hit | undefined => {
	const tab = tabs.find(each => each === name);
	return tab && {kind: 'dispatch', actions: [{type: 'frame/tab-chosen', tab}]};
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
