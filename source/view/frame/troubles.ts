import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import type {Problem} from '../../model/attention/problem.ts';
import {selectAlarms} from '../../store/select-problems.ts';
import {knownEngineMillis} from '../panes/known-millis.ts';
import type {View} from '../view.ts';
import {keyDoes, keyOf} from '../widgets/key-name.ts';
import {problemAge, problemBrief} from '../widgets/problem-mark.ts';
import {plain, styled} from '../widgets/spans.ts';

/** More are not told with their ages: there may be thousands. */
const mostAged = 8;
/** Seconds would never stand still. */
const leastAgeMillis = 60_000;

/** What is wrong, the worst first: with since when and what helps, or as many as fit whole; good news too. */
export const troubles = (view: View, room: number): Line => {
	const {state, symbols} = view;
	if (state.containers.status !== 'ready' || state.containers.byKey.size === 0) return [];
	// Old news are none.
	if (state.connection.status !== 'live') return [];
	const all = selectAlarms(state);
	if (all.length === 0) return [styled('muted', `${symbols.healthy} all is well`)];
	const told = all.length > mostAged ? [] : allTold(all, view);
	return told.length > 0 && lineWidth(told) <= room ? told : briefly(all, view, room);
};

const start = styled('muted', 'attention ');

const allTold = (all: readonly Problem[], view: View): Line => [
	start,
	...all.flatMap((problem, index) => [
		plain(index === 0 ? '' : '  '),
		...problemBrief(problem, view.symbols),
		...ageOf(problem, view),
	]),
	styled('muted', `  ${keyDoes(view, 'view.problems', 'tells more')}`),
];

const ageOf = ({finding}: Problem, {state, symbols}: View): Line => {
	const nowMillis = knownEngineMillis(state);
	const isShort = nowMillis - (finding.sinceMillis ?? nowMillis) < leastAgeMillis;
	return isShort ? [] : [styled('muted', ` ${problemAge(finding, nowMillis, symbols.unknown)}`)];
};

const briefly = (all: readonly Problem[], view: View, room: number): Line => {
	const shown = [start];
	for (const [index, trouble] of all.entries()) {
		const left = all.length - index - 1;
		const line = [plain(index === 0 ? '' : '  '), ...problemBrief(trouble, view.symbols)];
		const more = left > 0 ? moreNote(left, view) : [];
		if (index > 0 && lineWidth([...shown, ...line, ...more]) > room) {
			const [words = plain(''), ...key] = moreNote(left + 1, view);
			const fits = lineWidth([...shown, words, ...key]) <= room;
			return [...shown, words, ...(fits ? key : [])];
		}
		shown.push(...line);
	}
	return shown;
};

/** `+2 more: 3`, the key that shows them as in the footer: in brackets a number is read as one of them. */
const moreNote = (count: number, view: View): Line => {
	const key = keyOf(view, 'view.problems');
	const more = styled('muted', `  +${count} more`);
	return key === undefined
		? [more]
		: [more, styled('muted', ': '), styled('info', key, {bold: true})];
};
