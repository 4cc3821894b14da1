import {readLogs} from '../../store/logs/read-logs.ts';
import type {Runtime} from '../runtime.ts';
import type {View} from '../view.ts';
import type {Layout} from './layout.ts';

/** What the panes of this layout are drawn from now; the same while that is the same, for all panes of a frame. */
export const viewOf = (
	runtime: Runtime,
	layout: Pick<Layout, 'size' | 'hostCpu' | 'list'>,
): View => {
	const {store, history, symbols, keymap, zoneOffsetMinutes} = runtime;
	const state = store.getState();
	const logs = readLogs(runtime.logs, state);
	const isKnown =
		latest?.runtime === runtime &&
		latest.layout === layout &&
		latest.view.state === state &&
		latest.view.logs === logs;
	if (latest === undefined || !isKnown) {
		const {size, hostCpu, list} = layout;
		const view = {
			...{state, history, logs, symbols, keymap, size, zoneOffsetMinutes},
			...{hasHostCharts: hostCpu !== undefined, listWidth: list?.width ?? 0},
		};
		latest = {runtime, layout, view};
	}
	return latest.view;
};

let latest: {readonly runtime: Runtime; readonly layout: object; readonly view: View} | undefined;
