import {fitLine} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import {isComparing} from '../../../store/select-stats.ts';
import {selectedContainer, selectedRow} from '../../../store/select-target.ts';
import type {State} from '../../../store/state.ts';
import {memoPaint} from '../../memo-paint.ts';
import {loadParts} from '../../panes/tabs/loaded.ts';
import {processBody, processFacts} from '../../panes/tabs/processes.ts';
import type {Paint, View} from '../../view.ts';
import {fitting} from '../../widgets/fitting.ts';
import {rule} from '../../widgets/frame.ts';
import {keyOf} from '../../widgets/key-name.ts';
import {plain, styled} from '../../widgets/spans.ts';

/** They are those of one container: a heading and a comparison have none. */
export const hasProcesses = (state: State): boolean =>
	!isComparing(state) && selectedRow(state)?.kind === 'container';

/** What the table is drawn from. */
export const processInputs = ({state}: View): readonly unknown[] => [
	...[state.detail.data.processes, selectedContainer(state), state.connection.status],
	isOfThePast(state),
];

/** What the container runs now, the busiest first. Commands are foreign text, so it has no side borders. */
export const paintProcesses: Paint = memoPaint((view, width, height) => {
	const {symbols} = view;
	const {head = [], lines} = processBody(view, width - 1, true);
	const rows = Math.max(0, height - 1 - head.length);
	const title = [plain('processes')];
	const right = fitting(rightParts(view, rows), width - titleEdges);
	return [
		rule({width, title, right, focused: false, symbols}),
		...[...head, ...lines.slice(0, rows)].map(line => fitLine([plain(' '), ...line], width)),
	];
}, processInputs);

/** The title, and what stands around it and the text at the right. */
const titleEdges = 16;

const rightParts = (view: View, rows: number): readonly Line[] => {
	const facts = processFacts(view);
	if (facts === undefined) return loadParts(view, ['processes']);
	const {total, countText, spanText} = facts;
	const way = keyOf(view, 'stats.processes');
	const all = way === undefined ? '' : `, all: ${way}`;
	return [
		...loadParts(view, ['processes']),
		[plain(countText)],
		...(total > rows ? [[styled('muted', `the ${rows} busiest${all}`)]] : []),
		[styled('muted', spanText)],
		...(isOfThePast(view.state) ? [[styled('pause', 'of now')]] : []),
	];
};

/** The charts show another moment than the table does. */
const isOfThePast = ({stats, list}: State): boolean =>
	stats.cursorMillis !== undefined || list.frozen !== undefined;
