import {lineWidth} from '../../../format/line.ts';
import type {Line, Span} from '../../../format/span.ts';
import {logChips} from '../../../store/logs/log-chips.ts';
import {selectedRow} from '../../../store/select-target.ts';
import type {State, TabId} from '../../../store/state.ts';
import {tabs} from '../../../store/state.ts';
import type {View} from '../../view.ts';
import {fitting} from '../../widgets/fitting.ts';
import {rule} from '../../widgets/frame.ts';
import {bold, clickable, plain, styled} from '../../widgets/spans.ts';
import {rowTitle} from '../detail/subject.ts';
import {hasKeys} from '../has-keys.ts';
import {chipText} from './chips.ts';
import {errorRate, lineRate} from './flow-rate.ts';
import {searchSpans} from './search-words.ts';
import {targetTitle} from './target-title.ts';

const titles: Readonly<Record<TabId, string>> = {logs: 'Logs', stats: 'Stats', info: 'Info'};

/** Corners and blanks around the two parts, and a bit of the rule between them. */
const edges = 8;

/** The line above the pane: what is selected, the tabs, and at the right what the open tab says. */
export const bottomRule = (view: View, width: number, right: Line): Line => {
	const {state, symbols} = view;
	const title = [...subject(state), ...tabSpans(state.frame.tab)];
	const more = state.frame.tab === 'logs' ? logParts(view) : [];
	return rule({
		width,
		title,
		right: fitting([right, ...more], Math.max(lineWidth(right), width - lineWidth(title) - edges)),
		focused: hasKeys(state, 'logs'),
		symbols,
	});
};

/** Charts and facts are those of the selection, whatever log is open. */
const subject = (state: State): Line => {
	if (state.frame.tab === 'logs' && state.logs.pinned !== undefined)
		return [bold(targetTitle(state)), plain('  ')];
	const row = selectedRow(state);
	return row === undefined ? [] : [bold(rowTitle(state, row)), plain('  ')];
};

/** What is said of a log in two lines where it fills the screen; here what matters most. */
const logParts = (view: View): readonly Line[] => {
	const {state, symbols} = view;
	const {note} = state.logs;
	return [
		note === undefined ? [] : [styled('warn', note)],
		searchSpans(view),
		...logChips(state.logs).map((chip, index) =>
			clickable(`chip:${index}`, [styled('pause', chipText(chip, symbols))]),
		),
		errorRate(view),
		lineRate(view),
	];
};

/** Brackets and not only colour show which one is open; the others stay where they are. */
const tabSpans = (active: TabId): readonly Span[] =>
	tabs.flatMap(tab =>
		clickable(`tab:${tab}`, [
			tab === active
				? styled('accent', `[${titles[tab]}]`, {bold: true})
				: styled('muted', ` ${titles[tab]} `),
		]),
	);
