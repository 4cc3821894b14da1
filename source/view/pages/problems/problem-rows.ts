import {fitLine} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import type {Problem} from '../../../model/attention/problem.ts';
import {cursorIndex, windowTop} from '../../../store/page-cursor.ts';
import {selectProblems} from '../../../store/select-problems.ts';
import {knownEngineMillis} from '../../panes/known-millis.ts';
import type {View} from '../../view.ts';
import {cursorLine} from '../../widgets/cursor-line.ts';
import {fitting} from '../../widgets/fitting.ts';
import {keyOf} from '../../widgets/key-name.ts';
import {longestName} from '../../widgets/longest-name.ts';
import {
	problemAge,
	problemMark,
	problemSubject,
	ruleWords,
	severityTokens,
} from '../../widgets/problem-mark.ts';
import {plain, styled} from '../../widgets/spans.ts';

const sinceCells = 5;
/** Bar, sign, space. */
const startCells = 3;
const helpCells = 28;
/** Narrower, the keys are told only below. */
const leastForHelp = 110;

/** The names of the columns, then as many problems as fit. */
export const problemRows = (view: View, width: number, height: number): readonly Line[] => {
	const {state, symbols} = view;
	const all = selectProblems(state);
	const {problems: place} = state.places;
	const rows = Math.max(0, height - 1);
	const top = windowTop(all, place, rows);
	const selected = place === undefined ? -1 : cursorIndex(all, place);
	const nowMillis = knownEngineMillis(state);
	const widths = widthsFor(width, longestName(all, problemSubject));
	return [
		headerLine(widths),
		...all
			.slice(top, top + rows)
			.map((problem, index) =>
				cursorLine(
					problemLine(problem, widths, view, nowMillis),
					top + index === selected,
					width,
					symbols,
				),
			),
	];
};

interface Widths {
	readonly name: number;
	readonly words: number;
	readonly help: number;
}

/** No wider than the names are: the words need the room. */
const widthsFor = (width: number, longest: number): Widths => {
	const name = Math.max(10, Math.min(longest + 1, 30, Math.floor(width * 0.24)));
	const help = width >= leastForHelp ? helpCells : 0;
	const gaps = help > 0 ? 4 : 3;
	return {name, help, words: Math.max(0, width - startCells - name - sinceCells - help - gaps)};
};

const headerLine = ({name, words, help}: Widths): Line => {
	const text = `${' '.repeat(startCells)}${'CONTAINER'.padEnd(name)} ${'WHAT'.padEnd(words)} ${'SINCE'.padStart(sinceCells)}`;
	return [styled('muted', help > 0 ? `${text}  ${'WHAT HELPS'.padEnd(help)}` : text)];
};

const problemLine = (problem: Problem, widths: Widths, view: View, nowMillis: number): Line => {
	const {symbols} = view;
	const {finding, severity, rule} = problem;
	const {name, words, help} = widths;
	const age = problemAge(finding, nowMillis, symbols.unknown);
	const token = severityTokens[severity];
	const said = ruleWords(finding.words, symbols);
	return [
		problemMark(problem, symbols),
		plain(' '),
		...fitLine([plain(problemSubject(problem))], name, 'left', symbols.ellipsis),
		plain(' '),
		...fitLine([styled(token, said)], words, 'left', symbols.ellipsis),
		plain(' '),
		...fitLine([styled('muted', age)], sinceCells, 'right'),
		...(help > 0
			? [plain('  '), ...fitLine(fitting(helpParts(rule.helps, view), help), help)]
			: []),
	];
};

/** `l logs`, `r restart` */
export const helpParts = (
	helps: readonly string[],
	view: Pick<View, 'keymap' | 'symbols'>,
): readonly Line[] =>
	helps.flatMap((id): readonly Line[] => {
		const key = keyOf(view, id);
		const hint = view.keymap.byId.get(id)?.hint;
		return key === undefined || hint === undefined
			? []
			: [[styled('info', key, {bold: true}), plain(` ${hint}`)]];
	});
