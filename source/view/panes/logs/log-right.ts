import type {Line} from '../../../format/span.ts';
import {logChips} from '../../../store/logs/log-chips.ts';
import type {View} from '../../view.ts';
import {clickable, styled} from '../../widgets/spans.ts';
import {chipText} from './chips.ts';
import {errorRate, lag, lineRate} from './flow-rate.ts';
import {logPosition} from './log-position.ts';
import {searchSpans} from './search-words.ts';

/** What is said of a log in two lines where it fills the screen; here at the right of the rule, what matters most first. */
export const logRight = (view: View): readonly Line[] => {
	const {state, symbols} = view;
	const {note} = state.logs;
	return [
		logPosition(view),
		note === undefined ? [] : [styled('warn', note)],
		searchSpans(view),
		...logChips(state.logs).map((chip, index) =>
			clickable(`chip:${index}`, [styled('pause', chipText(chip, symbols))]),
		),
		errorRate(view),
		lag(view),
		lineRate(view),
	];
};
