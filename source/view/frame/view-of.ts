import {readLogs} from '../../store/logs/read-logs.ts';
import type {Runtime} from '../runtime.ts';
import type {View} from '../view.ts';
import type {Layout} from './layout.ts';

/** What the panes of this layout are drawn from now. */
export const viewOf = (
	{store, history, logs, symbols, keymap, zoneOffsetMinutes}: Runtime,
	{size, hostCpu, list}: Layout,
): View => {
	const state = store.getState();
	return {
		...{state, history, logs: readLogs(logs, state), symbols, keymap, size},
		...{hasHostCharts: hostCpu !== undefined, listWidth: list?.width ?? 0, zoneOffsetMinutes},
	};
};
