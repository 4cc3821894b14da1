import {isHostStale} from '../../../store/select-stale.ts';
import {sizeClass} from '../../frame/layout.ts';
import type {View} from '../../view.ts';
import type {PageSpec} from '../page.ts';
import {paintNarrow} from './paint-narrow.ts';
import {paintPanels} from './paint-panels.ts';

/** The machine that the engine runs on, and what the engine is. */
export const hostPage: PageSpec = {
	paint: (view, width, height) =>
		view.size === 'XS' || sizeClass(width, height + 3) === 'XS'
			? paintNarrow(view, width, height)
			: paintPanels(view, width, height),
	inputs: inputsOf,
	showsTarget: false,
	showsHost: true,
	watched: () => [],
};

function inputsOf({state}: View): readonly unknown[] {
	const {host, engine, endpoint, containers, usages, list} = state;
	return [
		...[host, engine, endpoint, containers.byKey, containers.status, isHostStale(state)],
		// Of a remote machine only what its containers use is known.
		...(host?.origin === 'engine' ? [usages, list.frozen] : []),
	];
}
