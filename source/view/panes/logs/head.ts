import {lineWidth} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import {logChips} from '../../../store/logs/log-chips.ts';
import type {View} from '../../view.ts';
import {fitting} from '../../widgets/fitting.ts';
import {clickable, plain, sides, styled} from '../../widgets/spans.ts';
import {hasKeys} from '../has-keys.ts';
import {chipRow} from './chips.ts';
import {errorRate, lag, lineRate} from './flow-rate.ts';
import {logPosition} from './log-position.ts';
import {searchSpans} from './search-words.ts';
import {headTitles} from './target-title.ts';

/** Above the lines where the log fills the screen: whose it is and how it goes; what is looked for in it. */
export const paintLogHead = (view: View, width: number): readonly Line[] => [
	titleLine(view, width),
	findLine(view, width),
];

/** The place of the reader is told whatever the width, then whose log it is, then how much is written. */
const titleLine = (view: View, width: number): Line => {
	const {state, symbols} = view;
	const token = hasKeys(state, 'logs') ? 'accent' : 'muted';
	const before: Line = [styled(token, ` logs ${symbols.closed} `, {bold: token === 'accent'})];
	const parts = [logPosition(view), lag(view), errorRate(view), lineRate(view)];
	const titles = headTitles(state);
	const shortest = lineWidth([...before, ...(titles.at(-1) ?? [])]);
	const right = fitting(parts, Math.max(lineWidth(parts[0] ?? []), width - shortest - 3));
	const room = width - lineWidth([...before, ...right]) - 3;
	const title = titles.find(each => lineWidth(each) <= room) ?? titles.at(-1) ?? [];
	return sides([...before, ...title], [...right, plain(' ')], width, symbols.ellipsis);
};

const findLine = (view: View, width: number): Line => {
	const {state, symbols} = view;
	const search = searchSpans(view);
	const chips = logChips(state.logs);
	const isPlain = lineWidth(search) === 0 && chips.length === 0;
	const look = fitting(lookParts(view), Math.floor(width / 2));
	const room = Math.max(0, width - lineWidth(look) - 3);
	const found = isPlain ? [styled('muted', 'nothing hidden')] : search;
	const row = chipRow(chips, Math.max(0, room - lineWidth(found)), symbols);
	const left = lineWidth(found) === 0 ? row.slice(1) : [...found, ...row];
	return sides([plain(' '), ...left], [...look, plain(' ')], width, symbols.ellipsis);
};

/** How the lines are drawn; what is as it is at first is weak. */
const lookParts = ({state}: View): readonly Line[] => {
	const {time, wraps, isLaidOut, isRaw} = state.logs.look;
	return [
		...(isRaw ? [clickable('log.raw', [styled('warn', 'raw')])] : []),
		clickable('log.time', [styled('muted', `time ${time}`)]),
		clickable('log.wrap', [styled(wraps ? 'info' : 'muted', `wrap ${wraps ? 'on' : 'off'}`)]),
		...(isLaidOut ? [clickable('log.lay-out', [styled('info', 'laid out')])] : []),
	];
};
