import {formatBytes} from '../../../format/bytes.ts';
import {formatCount} from '../../../format/count.ts';
import {lineWidth} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import {shownMarks} from '../../../store/logs/shown-marks.ts';
import type {View} from '../../view.ts';
import {fitting} from '../../widgets/fitting.ts';
import {plain, sides, styled} from '../../widgets/spans.ts';

/** Below the lines where the log fills the screen: where the reader is, and how much is kept. */
export const paintLogFoot = (view: View, width: number): readonly Line[] => {
	const {state, logs, symbols} = view;
	const {note} = state.logs;
	const marks = shownMarks(state.logs, logs).length;
	const right = fitting(
		[
			note === undefined ? [] : [styled('warn', note)],
			marks === 0 ? [] : [styled('pause', `${symbols.marked} ${marks} marked`)],
		],
		Math.floor(width / 2),
	);
	const left = fitting(
		[
			[styled('muted', placeText(view))],
			logs.isComplete ? [] : [styled('warn', `${symbols.wait} looking through the rest`)],
			[styled('muted', `buffer ${formatBytes(logs.book.bytes)}`)],
			logs.book.dropped === 0
				? []
				: [styled('muted', `${formatCount(logs.book.dropped)} older lines dropped`)],
		],
		width - lineWidth(right) - 3,
	);
	return [sides([plain(' '), ...left], [...right, plain(' ')], width, symbols.ellipsis)];
};

/** `entry 9,412 of 10,000  78%`; of how many, where some are hidden. */
const placeText = ({state, logs}: View): string => {
	const {held} = state.logs;
	const {count, book} = logs;
	if (count === 0) return `no entries of ${formatCount(book.size)}`;
	const place = held === undefined ? count : Math.min(count, logs.indexOf(held.seq) + 1);
	const hidden = book.size - count;
	const more = hidden > 0 ? ` (${formatCount(hidden)} hidden)` : '';
	const share = Math.floor((100 * place) / count);
	return `entry ${formatCount(place)} of ${formatCount(count)}${more}  ${share}%`;
};
