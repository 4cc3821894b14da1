import {helpingKey} from '../../../commands/keymap.ts';
import {formatClock} from '../../../format/clock.ts';
import {formatAge} from '../../../format/duration.ts';
import type {Line} from '../../../format/span.ts';
import {entryWords} from '../../../format/timeline-words.ts';
import {refKey} from '../../../model/ids.ts';
import type {TimelineEntry} from '../../../model/timeline.ts';
import type {View} from '../../view.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {entryMark} from '../../widgets/timeline-mark.ts';
import {knownEngineMillis} from '../known-millis.ts';
import {ofContainer, words} from './loaded.ts';
import type {TabBody, TabSpec} from './tab.ts';

/** What happened to the container, the latest first. */
export const eventsTab: TabSpec = {
	short: 'Evts',
	needs: [],
	inputs: ({state}) => [
		...[state.timeline, state.list.selected, state.containers.listed, state.engine],
		Math.floor(state.nowMillis / minuteMillis),
	],
	body: (view, width) =>
		ofContainer(
			view,
			width,
			`these are the events of one container: choose one${helpingKey(view.keymap, 'view.events', 'shows all')}`,
			({ref}) =>
				draw(
					view,
					width,
					view.state.timeline.filter(({key}) => key === refKey(ref)),
				),
		),
};

/** How long ago is told no finer than that, or all would be drawn anew each second. */
const minuteMillis = 60_000;

const draw = (view: View, width: number, entries: readonly TimelineEntry[]): TabBody =>
	entries.length === 0
		? words('nothing has happened to it since dockmon was started', width)
		: {lines: entries.toReversed().map(entry => entryLine(view, entry))};

const entryLine = (view: View, entry: TimelineEntry): Line => {
	const {state, symbols, zoneOffsetMinutes: offsetMinutes} = view;
	const age = knownEngineMillis(state) - entry.atMillis;
	const ago = age < minuteMillis ? 'now' : `${formatAge(age)} ago`;
	return [
		styled('muted', `${formatClock(entry.atMillis, {offsetMinutes})}  ${ago.padStart(8)}  `),
		entryMark(entry, symbols),
		plain(` ${entryWords(entry)}`),
	];
};
