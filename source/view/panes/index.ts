import {isHostStale, isUsageStale} from '../../store/select-stale.ts';
import {selectedMeasured, selectedRow} from '../../store/select-target.ts';
import type {State} from '../../store/state.ts';
import type {Area} from '../frame/layout.ts';
import {paintFooter} from '../frame/paint-footer.ts';
import {paintSelection, paintStatus, paintTiny} from '../frame/paint-status.ts';
import {type AllBut, type Inputs, memoPaint} from '../memo-paint.ts';
import type {Paint, View} from '../view.ts';
import {fade} from '../widgets/fade.ts';
import {paintCpu, paintDisk, paintMemory, paintNetwork} from './detail/paint-charts.ts';
import {paintDetail} from './detail/paint-detail.ts';
import {paintHeader, paintSummary} from './header/paint-header.ts';
import {paintHostCpu, paintHostDisk, paintHostMemory, paintHostNetwork} from './host/paint-host.ts';
import {paintListPane} from './list/paint-pane.ts';
import {flowRate} from './logs/flow-rate.ts';
import {paintBottom} from './logs/paint-bottom.ts';
import {bodyInputs, hasLogBeside, openTab} from './tabs/tab-body.ts';

/** A page is drawn by its own specification. */
export type PaneArea = Exclude<Area, 'page'>;

/** All of the state but the log, which changes most often. */
const allButLog: AllBut = {but: new Set(['logs'])};

/** The header says whose log is open. */
const withPath: AllBut = {...allButLog, also: ({state}) => [state.logs.pinned]};

/** What neither the time nor a figure changes. */
const keysAndFacts: AllBut = {
	but: new Set(['nowMillis', 'usages', 'smoothed', 'host', 'logs']),
};

/** Of the machine only how many cores it has, for the bars. */
const ofList: AllBut = {
	but: new Set(['logs', 'host', 'smoothed', 'spells', 'timeline', 'messages', 'detail']),
	also: ({state}) => [state.host?.cpus],
};

/** Neither the machine nor how the list is ordered. */
const ofDetail: AllBut = {but: new Set(['logs', 'host', 'smoothed'])};

/** A log does not change with the figures beside it; the other tabs do. */
const ofTab: Inputs = view => {
	const {frame, detail, logs, list, containers, connection, nowMillis} = view.state;
	const tab = openTab(view.state);
	const ofBody = tab === undefined ? [] : [detail, ...bodyInputs(view, tab)];
	if (tab !== undefined && !hasLogBeside(view, tab)) return [frame, ...ofBody];
	const age = logs.look.time === 'relative' ? nowMillis : undefined;
	const {lines, errors, behindSeconds} = flowRate(view);
	return [
		...[frame, logs, list.selected, containers.byKey, connection],
		...[age, lines, errors, behindSeconds],
		...ofBody,
	];
};

/** The time moves no chart; it ends where its figures end. */
const ofMachine: Inputs = view => {
	const {host, engine, containers, usages, list} = view.state;
	return [
		...[host, engine, isHostStale(view.state)],
		...(host?.origin === 'engine' ? [containers.byKey, usages, list.frozen] : []),
	];
};

/** The selection may be one of those that are sampled seldom. */
const ofSelected: Inputs = ({state}) => {
	const {containers, usages, list, nowMillis} = state;
	const row = selectedRow(state);
	const usage = row?.kind === 'container' ? usages.get(row.id) : usages;
	return [
		...[row, containers.byKey, usage, list.frozen, isSelectionStale(state)],
		...(usage === undefined || row?.kind !== 'container' ? [nowMillis] : []),
	];
};

/** What shows nothing but figures: when they are old, all of it is weak. */
const fading =
	(paint: Paint, isOld: (view: View) => boolean): Paint =>
	(view, width, height) => {
		const lines = paint(view, width, height);
		return isOld(view) ? lines.map(fade) : lines;
	};

const ofHost = (paint: Paint): Paint => fading(paint, ({state}) => isHostStale(state));

const ofSelection = (paint: Paint): Paint => fading(paint, ({state}) => isSelectionStale(state));

const isSelectionStale = (state: State): boolean =>
	selectedMeasured(state).some(key => isUsageStale(state, state.usages.get(key)));

/** What is drawn in an area of the dashboard, or round every screen. */
const drawings: Readonly<Record<PaneArea, Paint>> = {
	header: paintHeader,
	summary: paintSummary,
	hostCpu: ofHost(paintHostCpu),
	hostMemory: ofHost(paintHostMemory),
	hostNetwork: ofHost(paintHostNetwork),
	hostDisk: ofHost(paintHostDisk),
	list: paintListPane,
	cpu: ofSelection(paintCpu),
	memory: ofSelection(paintMemory),
	network: ofSelection(paintNetwork),
	disk: ofSelection(paintDisk),
	detail: paintDetail,
	bottom: paintBottom,
	selection: (view, width, height) =>
		(view.size === 'tiny' ? paintTiny : paintSelection)(view, width, height),
	status: paintStatus,
	footer: paintFooter,
};

/** What an area is drawn from, where that is less than nearly everything. */
const inputs: Readonly<Partial<Record<PaneArea, Inputs | AllBut>>> = {
	header: withPath,
	list: ofList,
	detail: ofDetail,
	bottom: ofTab,
	footer: keysAndFacts,
	hostCpu: ofMachine,
	hostMemory: ofMachine,
	hostNetwork: ofMachine,
	hostDisk: ofMachine,
	cpu: ofSelected,
	memory: ofSelected,
	network: ofSelected,
	disk: ofSelected,
};

/** What is drawn in which area of the layout; a new pane is a folder and a line above. */
export const panes = Object.fromEntries(
	Object.entries(drawings).map(([area, paint]) => [
		area,
		memoPaint(paint, inputs[area as PaneArea] ?? allButLog),
	]),
) as Readonly<Record<PaneArea, Paint>>;
