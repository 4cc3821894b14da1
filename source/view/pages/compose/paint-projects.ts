import {fitLine} from '../../../format/line.ts';
import {cleanText} from '../../../format/sanitise.ts';
import type {Line} from '../../../format/span.ts';
import {projectNameOf, selectCompose, selectedEntry} from '../../../store/select-compose.ts';
import {mayHaveFiles, whyNoTool} from '../../../store/why-no-compose.ts';
import {chartsBelow} from '../../panes/detail/charts-below.ts';
import {paintLog} from '../../panes/logs/log-view.ts';
import type {Paint, View} from '../../view.ts';
import {fade} from '../../widgets/fade.ts';
import {rule} from '../../widgets/frame.ts';
import {keyInBrackets} from '../../widgets/key-name.ts';
import {sideBySide} from '../../widgets/side-by-side.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {entryFacts} from './entry-facts.ts';
import {entryRows} from './entry-rows.ts';

/** The rule, and the names of the columns. */
export const headRows = 2;
/** Lower, the list is alone. */
const leastForFacts = 14;
const listShare = 0.55;
/** A rule and some lines. */
const leastLog = 4;
/** So much is kept for it where there is a drawing too. */
const usualLog = 6;
/** Beside the log, where there is room. */
const factsShare = 0.5;
const gap = 2;

/** All projects with their services, and below them what is known of the one under the cursor. */
export const paintProjects: Paint = (view, width, height) => {
	const {state, symbols} = view;
	const entries = selectCompose(state);
	const rows = placeList(view, height);
	const head = rule({
		...{width, title: [bold('projects')], right: toolSpans(view), focused: true, symbols},
	});
	const body = entries.length === 0 ? nothing(view, width) : entryRows(view, width, rows - 1);
	const below = rows < height ? facts(view, width, height - rows) : [];
	const whole = [head, ...body, ...below];
	return state.connection.status === 'live' ? whole : whole.map(fade);
};

/** Rows of the list alone. */
export const projectListRows = (view: View, _width: number, height: number): number =>
	Math.max(1, placeList(view, height) - headRows);

/** Rows of the list with its head. */
const placeList = (view: View, height: number): number => {
	const {length} = selectCompose(view.state);
	if (height < leastForFacts || length === 0) return height;
	return Math.min(headRows + length, Math.floor(height * listShare));
};

/** `docker-compose 1.29.2`, or why there is none. */
const toolSpans = ({state}: View): Line => {
	const {tool} = state.compose;
	if (!mayHaveFiles(state)) return [styled('muted', 'files are elsewhere')];
	if (tool === undefined) return [styled('muted', 'looking for Compose')];
	return 'problem' in tool
		? [styled('warn', tool.isSilent ? 'Compose does not answer' : 'Compose is not installed')]
		: [styled('muted', `${tool.argv.join(' ')} ${tool.version}`)];
};

const facts = (view: View, width: number, height: number): readonly Line[] => {
	const {state, symbols} = view;
	const entry = selectedEntry(state);
	if (entry === undefined) return [];
	const name = entry.kind === 'project' ? entry.name : `${projectNameOf(entry)}/${entry.name}`;
	const title = [bold(cleanText(name))];
	const hasLog = entry.containers.length > 0;
	if (view.size === 'L' && hasLog) {
		const left = Math.floor(width * factsShare);
		const known = entryFacts(view, entry, {width: left, height: height - 1});
		const lines = [
			rule({width: left, title, focused: false, symbols}),
			...known,
			[],
			...chartsBelow(view, left, height - known.length - 2),
		];
		const kept = Array.from({length: height}, (_, row) => fitLine(lines[row] ?? [], left + gap));
		return sideBySide([kept, logLines(view, width - left - gap, height)]);
	}
	const log = hasLog ? usualLog : 0;
	const lines = [
		rule({width, title, focused: false, symbols}),
		...entryFacts(view, entry, {width, height: height - 1 - log}),
	].slice(0, height);
	const room = height - lines.length;
	return !hasLog || room < leastLog ? lines : [...lines, ...logLines(view, width, room)];
};

/** The end of its log, without the heading that belongs to its place among the tabs. */
const logLines = (view: View, width: number, height: number): readonly Line[] => [
	rule({
		...{width, title: [plain('what it said last')], focused: false},
		symbols: view.symbols,
	}),
	...paintLog(view, width, height).slice(1),
];

const nothing = (view: View, width: number): readonly Line[] => {
	const {state, symbols} = view;
	if (state.containers.status === 'loading') {
		return [[], [styled('muted', ` ${symbols.wait} asking the engine`)]];
	}
	const why = whyNoTool(state);
	const here = why === undefined ? 'there is no file of Compose in this directory either' : why;
	const text = `no project: no container was made by Compose, and ${here}${keyInBrackets(view, 'project.read')}`;
	return [[], ...wrapWords(text, width - 2).map((part): Line => [styled('muted', ` ${part}`)])];
};
