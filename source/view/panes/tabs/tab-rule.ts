import {lineWidth} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import {selectedRow} from '../../../store/select-target.ts';
import type {State} from '../../../store/state.ts';
import type {View} from '../../view.ts';
import {fitting} from '../../widgets/fitting.ts';
import {rule} from '../../widgets/frame.ts';
import {bold, plain, shorten} from '../../widgets/spans.ts';
import {rowTitle} from '../detail/subject.ts';
import {hasKeys} from '../has-keys.ts';
import {targetTitle} from '../logs/target-title.ts';
import {type TitlePiece, tabTitlePieces, titleLine} from './tab-titles.ts';

/** Corners and blanks around the two parts, and a bit of the rule between them. */
const edges = 8;
const subjectGap = 2;
/** Titles give way to what is said at the right, down to so many cells. */
const leastTitles = 24;

/** The line above the pane: what is selected, the tabs, and at the right what the open tab says. */
export const tabRule = (view: View, width: number, right: readonly Line[]): Line => {
	const {subject, titles} = ruleParts(view, width, right);
	const title = [...subject, ...titleLine(titles)];
	return rule({
		...{width, title, symbols: view.symbols, focused: hasKeys(view.state, 'logs')},
		right: fitting(right, width - lineWidth(title) - edges),
	});
};

/** Cells before the title in a rule. */
const titleColumn = 2;

/** Which tab has its title in this column of the rule. */
export const tabAt = (view: View, width: number, right: readonly Line[], column: number) => {
	const {subject, titles} = ruleParts(view, width, right);
	let end = titleColumn + lineWidth(subject);
	if (column < end) return undefined;
	return titles.find(({span}) => {
		end += lineWidth([span]);
		return column < end;
	})?.tab;
};

const ruleParts = (
	view: View,
	width: number,
	right: readonly Line[],
): {readonly subject: Line; readonly titles: readonly TitlePiece[]} => {
	const {state, symbols} = view;
	const name = shorten(subjectName(state), Math.floor(width / 3), symbols.ellipsis);
	const subject = name.length === 0 ? [] : [...name, plain(' '.repeat(subjectGap))];
	const room = width - edges - lineWidth(subject);
	const wanted = lineWidth(fitting(right, Math.floor(width / 2)));
	const titles = tabTitlePieces(
		state.frame.tab,
		Math.max(Math.min(leastTitles, room), room - wanted),
		room,
		symbols,
	);
	return {subject, titles};
};

/** Charts and facts are those of the selection, whatever log is open. */
const subjectName = (state: State): Line => {
	if (state.frame.tab === 'logs' && state.logs.pinned !== undefined)
		return [bold(targetTitle(state))];
	const row = selectedRow(state);
	return row === undefined ? [] : [bold(rowTitle(state, row))];
};
