import {formatClock} from '../../../format/clock.ts';
import {happeningWords} from '../../../format/happening-words.ts';
import {fitLine} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import {entrySubject} from '../../../format/timeline-words.ts';
import type {Happening} from '../../../model/happening.ts';
import {cursorIndex, windowTop} from '../../../store/page-cursor.ts';
import {selectHappenings} from '../../../store/select-happenings.ts';
import {knownEngineMillis} from '../../panes/known-millis.ts';
import type {View} from '../../view.ts';
import {cursorLine} from '../../widgets/cursor-line.ts';
import {happeningMark} from '../../widgets/happening-mark.ts';
import {longestName} from '../../widgets/longest-name.ts';
import {plain, shorten, styled} from '../../widgets/spans.ts';

const clockCells = 8;
const dayMillis = 86_400_000;

/** As many lines of what happened as fit, the newest first. */
export const eventRows = (view: View, width: number, height: number): readonly Line[] => {
	const {state, symbols} = view;
	const all = selectHappenings(state);
	const {events: place} = state.places;
	const top = windowTop(all, place, height);
	const selected = place === undefined ? -1 : cursorIndex(all, place);
	const names = longestName(all, ({entry}) => entrySubject(entry));
	// No wider than the names are: the words need the room.
	const nameCells = Math.max(8, Math.min(names + 1, 28, Math.floor(width * 0.24)));
	const lines = all
		.slice(top, top + height)
		.map((happening, index) =>
			cursorLine(eventLine(view, happening, nameCells), top + index === selected, width, symbols),
		);
	if (lines.length === height || state.eventFilter !== '') return lines;
	const end = styled('muted', ' nothing is remembered of the time before');
	return [...lines, shorten([end], width, symbols.ellipsis)];
};

const eventLine = (view: View, happening: Happening, nameCells: number): Line => {
	const {symbols} = view;
	const subject = [plain(entrySubject(happening.entry))];
	const mark = happeningMark(happening, symbols);
	const words = happeningWords(happening);
	const isBad = mark.style?.token === 'err';
	return [
		styled('muted', `${clockText(view, happening)} `),
		mark,
		plain(' '),
		...fitLine(subject, nameCells, 'left', symbols.ellipsis),
		plain(' '),
		isBad ? styled('err', words) : plain(words),
	];
};

/** The time of day; how many days ago for what is older. */
const clockText = ({state, zoneOffsetMinutes}: View, {atMillis}: Happening): string => {
	const days = Math.floor((knownEngineMillis(state) - atMillis) / dayMillis);
	const text =
		days > 0 ? `${days}d ago` : formatClock(atMillis, {offsetMinutes: zoneOffsetMinutes});
	return text.padEnd(clockCells);
};
