import {indexAt} from '../../../commands/go-to-moment.ts';
import {formatClock} from '../../../format/clock.ts';
import type {Line} from '../../../format/span.ts';
import type {Happening} from '../../../model/happening.ts';
import {paintLog} from '../../panes/logs/log-view.ts';
import type {View} from '../../view.ts';
import {rule} from '../../widgets/frame.ts';
import {plain, styled} from '../../widgets/spans.ts';

/** What the container wrote when something happened to it, the first line from then on in the middle. */
export const logThen = (
	view: View,
	{sinceMillis}: Happening,
	width: number,
	height: number,
): readonly Line[] => {
	const {symbols, zoneOffsetMinutes} = view;
	const clock = formatClock(sinceMillis, {offsetMinutes: zoneOffsetMinutes});
	const head = rule({
		...{width, focused: false, symbols},
		title: [plain('what it said then')],
		right: [styled('muted', clock)],
	});
	// Its own heading belongs to its place among the tabs.
	return [head, ...paintLog(heldAt(view, sinceMillis, height), width, height).slice(1)];
};

/** The same view with the log held at a moment; without a line of that time, at its end. */
const heldAt = (view: View, atMillis: number, height: number): View => {
	const {state, logs} = view;
	const entry = logs.at(indexAt(logs, atMillis)) ?? logs.at(logs.count - 1);
	const frame = {...state.frame, focus: 'logs', zoomed: false} as const;
	if (entry === undefined) return {...view, state: {...state, frame}};
	const held = {seq: entry.seq, row: Math.floor(height / 2)};
	return {...view, state: {...state, frame, logs: {...state.logs, held}}};
};
