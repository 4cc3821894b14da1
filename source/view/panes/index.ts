import {refKey} from '../../model/ids.ts';
import {isHostStale, isUsageStale} from '../../store/select-stale.ts';
import {selectedContainers} from '../../store/select-target.ts';
import type {Area} from '../frame/layout.ts';
import {paintFooter} from '../frame/paint-footer.ts';
import {paintSelection, paintStatus, paintTiny} from '../frame/paint-status.ts';
import {memoPaint} from '../memo-paint.ts';
import type {Paint, View} from '../view.ts';
import {fade} from '../widgets/fade.ts';
import {paintCpu, paintDisk, paintMemory, paintNetwork} from './detail/paint-charts.ts';
import {paintDetail} from './detail/paint-detail.ts';
import {paintHeader, paintSummary} from './header/paint-header.ts';
import {paintHostCpu, paintHostDisk, paintHostMemory, paintHostNetwork} from './host/paint-host.ts';
import {paintListPane} from './list/paint-pane.ts';
import {paintBottom} from './logs/paint-bottom.ts';

/** All of the state but the log, which changes most often. */
const allButLog = ({state}: View): readonly unknown[] => {
	const {logs: _, ...rest} = state;
	return Object.values(rest);
};

/** A log does not change with the figures beside it; the other tabs do. */
const ofTab = (view: View): readonly unknown[] => {
	const {frame, logs, list, containers} = view.state;
	return frame.tab === 'logs' ? [frame, logs, list.selected, containers] : allButLog(view);
};

/** What shows nothing but figures: when they are old, all of it is weak. */
const fading =
	(paint: Paint, isOld: (view: View) => boolean): Paint =>
	(view, width, height) => {
		const lines = paint(view, width, height);
		return isOld(view) ? lines.map(fade) : lines;
	};

const ofHost = (paint: Paint): Paint => fading(paint, ({state}) => isHostStale(state));

const ofSelection = (paint: Paint): Paint =>
	fading(paint, ({state}) =>
		selectedContainers(state).some(({ref}) => isUsageStale(state, state.usages.get(refKey(ref)))),
	);

const drawings: Readonly<Record<Area, Paint>> = {
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

/** What is drawn in which area of the layout; a new pane is a folder and a line above. */
export const panes = Object.fromEntries(
	Object.entries(drawings).map(([area, paint]) => [
		area,
		memoPaint(paint, area === 'bottom' ? ofTab : allButLog),
	]),
) as Readonly<Record<Area, Paint>>;
