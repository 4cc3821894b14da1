import type {Line} from '../../../format/span.ts';
import type {LogEntry} from '../../../store/logs/log-entry.ts';
import type {LogSheet} from '../../../store/logs/log-sheet.ts';
import type {View} from '../../view.ts';
import {tabRule} from '../tabs/tab-rule.ts';
import {entryRows} from './entry-rows.ts';
import {type StartPlan, startPlan} from './entry-start.ts';
import {paintLogFoot} from './foot.ts';
import {paintLogHead} from './head.ts';
import {logRight} from './log-right.ts';
import {type RowLook, rowLook} from './row-look.ts';

/** What the log pane has above and below the lines, and how the lines are laid out between. */
export interface LogBody {
	readonly view: View;
	readonly logs: LogSheet;
	readonly head: readonly Line[];
	readonly foot: readonly Line[];
	/** Cells of the lines; one less than the pane where there is a bar at its right. */
	readonly width: number;
	readonly height: number;
	readonly hasBar: boolean;
	readonly plan: StartPlan;
	readonly look: RowLook;
	rows(entry: LogEntry): readonly Line[];
	/** Rows of an entry of the sheet; 0 beyond its ends. */
	heightAt(index: number): number;
}

/** Rows of a pane that has room for more than lines. */
const leastFullHeight = 8;

/** A time of a clock stands in front of the lines, to the second at least. */
const tellsSeconds = ({state}: View, {clock, timeCells}: StartPlan): boolean => {
	const {time} = state.logs.look;
	return timeCells > 0 && clock !== 'minutes' && (time === 'local' || time === 'utc');
};

/** The pane of this size, its head counted. */
export const logBody = (view: View, paneWidth: number, paneHeight: number): LogBody => {
	const {logs, state} = view;
	const isFull = state.frame.zoomed && paneHeight >= leastFullHeight;
	const head = isFull ? paintLogHead(view, paneWidth) : [tabRule(view, paneWidth, logRight(view))];
	const foot = isFull ? paintLogFoot(view, paneWidth) : [];
	const width = isFull ? paneWidth - 1 : paneWidth;
	const plan = startPlan(view, width);
	const look = rowLook(view, width - plan.cells, tellsSeconds(view, plan));
	const {isUnfolded, turned} = state.logs;
	const rows = (entry: LogEntry): readonly Line[] =>
		entryRows(entry, turned.has(entry.seq) !== isUnfolded, look);
	return {
		...{view, logs, head, foot, width, plan, look, rows},
		height: Math.max(0, paneHeight - head.length - foot.length),
		hasBar: isFull,
		heightAt(index) {
			const entry = logs.at(index);
			return entry === undefined ? 0 : rows(entry).length;
		},
	};
};
