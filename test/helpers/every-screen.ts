import type {Action} from '../../source/store/action.ts';
import {tabs} from '../../source/store/tabs.ts';
import {views} from '../../source/store/views.ts';
import {columns} from '../../source/view/panes/list/columns.ts';
import {overlays} from './every-overlay.ts';

const zoomed = [
	{type: 'frame/focused', pane: 'logs'},
	{type: 'frame/zoomed', zoomed: true},
] as const;

/**
 * What can be opened: each screen, each tab beside the list and alone, each way to divide the list,
 * each overlay; how to get there from a scene.
 */
export const everyScreen: Readonly<Record<string, readonly Action[]>> = {
	...Object.fromEntries(views.map(view => [view, [{type: 'frame/view-chosen', view}]] as const)),
	...Object.fromEntries(
		tabs.map(tab => [`tab ${tab}`, [{type: 'frame/tab-chosen', tab}]] as const),
	),
	...Object.fromEntries(
		tabs.map(tab => [`tab ${tab} alone`, [{type: 'frame/tab-chosen', tab}, ...zoomed]] as const),
	),
	...Object.fromEntries(
		(['network', 'state', 'none'] as const).map(
			kind => [`by ${kind}`, [{type: 'list/grouped', grouping: {kind}}]] as const,
		),
	),
	'by label': [{type: 'list/grouped', grouping: {kind: 'label', label: 'com.example.team'}}],
	'all columns': [{type: 'list/columns-chosen', columns: columns.map(({id}) => ({id}))}],
	'list alone': [{type: 'frame/zoomed', zoomed: true}],
	...Object.fromEntries(
		Object.values(overlays).map(
			overlay => [`overlay ${overlay.kind}`, [{type: 'overlay/opened', overlay}]] as const,
		),
	),
};
