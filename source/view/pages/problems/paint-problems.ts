import {formatClock} from '../../../format/clock.ts';
import {formatAge} from '../../../format/duration.ts';
import type {Line} from '../../../format/span.ts';
import type {Problem, Severity} from '../../../model/attention/problem.ts';
import {selectedProblem} from '../../../store/select-problem.ts';
import {selectProblems} from '../../../store/select-problems.ts';
import {knownEngineMillis} from '../../panes/known-millis.ts';
import type {Paint, View} from '../../view.ts';
import {fade} from '../../widgets/fade.ts';
import {rule} from '../../widgets/frame.ts';
import {severityTokens} from '../../widgets/problem-mark.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import {problemFacts} from './problem-facts.ts';
import {problemRows} from './problem-rows.ts';

/** The rule, and the names of the columns. */
export const headRows = 2;
/** Lower, the list is alone. */
const leastForFacts = 12;
const listShare = 0.45;

/** A list of all that is wrong, the worst first, and what is known of the one under the cursor. */
export const paintProblems: Paint = (view, width, height) => {
	const {state, symbols} = view;
	const all = selectProblems(state);
	const rows = placeList(view, height);
	const head = rule({
		width,
		title: [bold('problems')],
		right: counts(all),
		focused: true,
		symbols,
	});
	const body = all.length === 0 ? nothingWrong(view) : problemRows(view, width, rows - 1);
	const problem = selectedProblem(state);
	const isOld = state.connection.status !== 'live';
	const facts = problem && rows < height ? problemFacts(view, problem, width, height - rows) : [];
	const whole = [head, ...body, ...facts];
	return isOld ? whole.map(fade) : whole;
};

/** Rows of the list alone. */
export const problemListRows = (view: View, _width: number, height: number): number =>
	Math.max(1, placeList(view, height) - headRows);

/** Rows of the list with its head. */
const placeList = (view: View, height: number): number => {
	const count = selectProblems(view.state).length;
	if (height < leastForFacts || count === 0) return height;
	return headRows + Math.min(count, Math.floor(height * listShare) - headRows);
};

const countWords: Readonly<Record<Severity, string>> = {
	err: 'wrong',
	warn: 'to watch',
	note: 'to know',
};

/** `2 wrong  1 to watch` */
const counts = (all: readonly Problem[]): Line =>
	(Object.keys(countWords) as Severity[]).flatMap((severity): Line => {
		const count = all.filter(problem => problem.severity === severity).length;
		if (count === 0) return [];
		return [styled(severityTokens[severity], ` ${count} ${countWords[severity]} `)];
	});

const nothingWrong = (view: View): readonly Line[] => {
	const {state, symbols, zoneOffsetMinutes} = view;
	const {containers, connection, timeline} = state;
	if (containers.status === 'loading') {
		return [[], [styled('muted', ` ${symbols.wait} asking the engine`)]];
	}
	const now = knownEngineMillis(state);
	const last = timeline.at(-1)?.atMillis;
	const since = last ?? connection.sinceMillis;
	const clock = formatClock(since, {offsetMinutes: zoneOffsetMinutes});
	const what = last === undefined ? 'nothing has happened since' : 'the last thing happened at';
	return [
		[],
		[styled('ok', ` ${symbols.healthy} all is well`)],
		[],
		[styled('muted', ` ${what} ${clock}, ${formatAge(now - since)} ago`)],
		[plain('')],
	];
};
