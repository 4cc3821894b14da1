import type {Area} from '../frame/layout.ts';
import {paintFooter} from '../frame/paint-footer.ts';
import {paintSelection, paintStatus, paintTiny} from '../frame/paint-status.ts';
import type {Paint} from '../view.ts';
import {paintCpu, paintDisk, paintMemory, paintNetwork} from './detail/paint-charts.ts';
import {paintDetail} from './detail/paint-detail.ts';
import {paintHeader, paintSummary} from './header/paint-header.ts';
import {paintHostCpu, paintHostDisk, paintHostMemory, paintHostNetwork} from './host/paint-host.ts';
import {paintListPane} from './list/paint-pane.ts';
import {paintBottom} from './logs/paint-bottom.ts';

/** What is drawn in which area of the layout; a new pane is a folder and a line here. */
export const panes: Readonly<Record<Area, Paint>> = {
	header: paintHeader,
	summary: paintSummary,
	hostCpu: paintHostCpu,
	hostMemory: paintHostMemory,
	hostNetwork: paintHostNetwork,
	hostDisk: paintHostDisk,
	list: paintListPane,
	cpu: paintCpu,
	memory: paintMemory,
	network: paintNetwork,
	disk: paintDisk,
	detail: paintDetail,
	bottom: paintBottom,
	selection: (view, width, height) =>
		(view.size === 'tiny' ? paintTiny : paintSelection)(view, width, height),
	status: paintStatus,
	footer: paintFooter,
};
