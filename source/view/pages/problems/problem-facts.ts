import {formatClock} from '../../../format/clock.ts';
import {formatAge} from '../../../format/duration.ts';
import {fitLine} from '../../../format/line.ts';
import {cleanText} from '../../../format/sanitise.ts';
import type {Line} from '../../../format/span.ts';
import {entryWords} from '../../../format/timeline-words.ts';
import type {Problem} from '../../../model/attention/problem.ts';
import {selectHappened} from '../../../store/select-timeline.ts';
import {chartsBelow} from '../../panes/detail/charts-below.ts';
import {knownEngineMillis} from '../../panes/known-millis.ts';
import {paintLog} from '../../panes/logs/log-view.ts';
import type {View} from '../../view.ts';
import {fitting} from '../../widgets/fitting.ts';
import {rule} from '../../widgets/frame.ts';
import {keyOf} from '../../widgets/key-name.ts';
import {problemSubject, ruleWords, severityTokens} from '../../widgets/problem-mark.ts';
import {sideBySide} from '../../widgets/side-by-side.ts';
import {bold, plain, shorten, styled} from '../../widgets/spans.ts';
import {entryMark} from '../../widgets/timeline-mark.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {helpParts} from './problem-rows.ts';

const mostOutput = 8;
const mostEvents = 5;
/** A rule and some lines. */
const leastLog = 4;
/** Beside the log, where there is room. */
const factsShare = 0.42;
const gap = 2;

/** What is known of one problem: what it is in full, what helps, what was said, what happened before. */
export const problemFacts = (
	view: View,
	problem: Problem,
	width: number,
	height: number,
): readonly Line[] => {
	if (view.size === 'L' && problem.container !== undefined) {
		const left = Math.floor(width * factsShare);
		const lines = factLines(view, problem, left);
		const facts = [...lines, [], ...chartsBelow(view, left, height - lines.length - 1)];
		const kept = Array.from({length: height}, (_, row) => fitLine(facts[row] ?? [], left + gap));
		return sideBySide([kept, logLines(view, width - left - gap, height)]);
	}
	const lines = factLines(view, problem, width).slice(0, height);
	const room = height - lines.length;
	if (problem.container === undefined || room < leastLog) return lines;
	return [...lines, ...logLines(view, width, room)];
};

const factLines = (view: View, problem: Problem, width: number): readonly Line[] => [
	headLine(view, problem, width),
	...words(problem, view, width),
	...outputLines(problem, view, width),
	...eventLines(view, problem, width),
];

/** The end of its log, without the heading that belongs to its place among the tabs. */
const logLines = (view: View, width: number, height: number): readonly Line[] => [
	rule({
		...{width, title: [plain('what it said last')], focused: false},
		symbols: view.symbols,
	}),
	...paintLog(view, width, height).slice(1),
];

const headLine = (view: View, problem: Problem, width: number): Line => {
	const {symbols, state, zoneOffsetMinutes} = view;
	const {sinceMillis, isOlder} = problem.finding;
	const clock = sinceMillis && formatClock(sinceMillis, {offsetMinutes: zoneOffsetMinutes});
	const age = sinceMillis && formatAge(knownEngineMillis(state) - sinceMillis);
	const since = isOlder ? `since before ${clock}, more than ${age}` : `since ${clock}, ${age} ago`;
	return rule({
		width,
		title: [bold(problemSubject(problem))],
		right: clock === undefined ? [] : [styled('muted', since)],
		focused: false,
		symbols,
	});
};

const words = ({finding, rule: of, severity, container}: Problem, view: View, width: number) => {
	const {symbols} = view;
	const room = Math.max(1, width - 2);
	const open = container === undefined ? undefined : keyOf(view, 'problem.open');
	const parts: readonly Line[] = [
		...helpParts(of.helps, view),
		...(open === undefined ? [] : [[styled('info', open, {bold: true}), plain(' the container')]]),
	];
	const keys = fitting(parts, room);
	return [
		...wrapWords(ruleWords(finding.words, symbols), room).map(
			(text): Line => [styled(severityTokens[severity], ` ${text}`)],
		),
		...wrapWords(of.advice, room).map((text): Line => [plain(` ${text}`)]),
		...(keys.length > 0 ? [[plain(' '), ...keys]] : []),
	];
};

/** What a program printed; its end says most. */
const outputLines = (
	{finding, container}: Problem,
	{symbols, state}: View,
	width: number,
): readonly Line[] => {
	if (finding.output === undefined) return [];
	const probe = container?.details?.health;
	const last = probe?.kind === 'none' ? undefined : probe?.lastProbe;
	const age = last && formatAge(knownEngineMillis(state) - last.atMillis);
	const title =
		last === undefined
			? 'what the engine says'
			: `last probe, exit code ${last.exitCode}, ${age} ago`;
	const lines = finding.output.split('\n').slice(-mostOutput);
	return [
		rule({width, title: [plain(title)], focused: false, symbols}),
		...lines.map((text): Line => [plain(` ${cleanText(text)}`)]),
	];
};

const eventLines = (view: View, {key}: Problem, width: number): readonly Line[] => {
	const {state, symbols, zoneOffsetMinutes} = view;
	const entries = key === undefined ? [] : selectHappened(state, key).slice(-mostEvents);
	if (entries.length === 0) return [];
	return [
		rule({width, title: [plain('what happened to it')], focused: false, symbols}),
		...entries.toReversed().map(entry => {
			const clock = formatClock(entry.atMillis, {offsetMinutes: zoneOffsetMinutes});
			const line: Line = [
				styled('muted', ` ${clock} `),
				entryMark(entry, symbols),
				plain(` ${entryWords(entry)}`),
			];
			return shorten(line, width, symbols.ellipsis);
		}),
	];
};
