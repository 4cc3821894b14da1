import type {State} from '../../../store/state.ts';
import {valuesBut} from '../../memo-paint.ts';
import type {View} from '../../view.ts';
import type {DrawnTab, TabBody} from './tab.ts';
import {tabSpecs} from './tab-specs.ts';

/** A blank at the left, the scroll bar at the right. */
const edgeCells = 2;
/** The rule with the titles. */
const ruleRows = 1;

/** The tab that is drawn in the pane; undefined while that shows the log. */
export const openTab = ({frame}: State): DrawnTab | undefined =>
	frame.tab === 'logs' ? undefined : frame.tab;

/** Of the tab, where the log stands beside it. */
const tabShare = 0.5;

/** On a wide screen most tabs would leave half of it empty, and the log has that. */
export const hasLogBeside = ({state, size}: View, tab: DrawnTab): boolean =>
	size === 'L' && !state.frame.zoomed && tabSpecs[tab].fillsWidth !== true;

/** Cells of the tab in a pane of this width. */
export const tabCells = (view: View, tab: DrawnTab, width: number): number =>
	hasLogBeside(view, tab) ? Math.floor(width * tabShare) : width;

/** What a tab is drawn from; where it is scrolled to is not among it. */
export const bodyInputs = (view: View, tab: DrawnTab): readonly unknown[] => {
	const {detail} = view.state;
	return [
		...[tab, detail.row, detail.data],
		...(tabSpecs[tab].inputs?.(view) ?? valuesBut(view.state, 'logs', 'frame', 'detail')),
	];
};

/** All lines of the tab in a pane of this size; made anew only when what they are drawn from has changed. */
export const tabBody = (view: View, tab: DrawnTab, width: number, height: number): TabBody => {
	const {symbols, history, zoneOffsetMinutes, size} = view;
	const {zoomed} = view.state.frame;
	const inputs = [width, height, zoomed, symbols, history, zoneOffsetMinutes, size];
	const now = [...inputs, ...bodyInputs(view, tab)];
	if (now.length !== latest?.inputs.length || now.some((each, at) => each !== latest?.inputs[at])) {
		const cells = Math.max(0, tabCells(view, tab, width) - edgeCells);
		const body = tabSpecs[tab].body(view, cells, height - ruleRows);
		latest = {inputs: now, body};
	}
	return latest.body;
};

/** One tab is on the screen; keys ask for what has just been drawn. */
let latest: {readonly inputs: readonly unknown[]; readonly body: TabBody} | undefined;

/** Rows of the pane for the lines of the body. */
export const bodyRows = ({head = []}: TabBody, height: number): number =>
	Math.max(0, height - ruleRows - head.length);
