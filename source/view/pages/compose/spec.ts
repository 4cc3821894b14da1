import {selectCompose, selectedEntry} from '../../../store/select-compose.ts';
import {hitList} from '../hit-list.ts';
import type {PageSpec} from '../page.ts';
import {headRows, paintProjects, projectListRows} from './paint-projects.ts';

export const composePage: PageSpec = {
	paint: paintProjects,
	// No ages, so that nothing is drawn anew each second but the charts of a wide screen.
	inputs: ({state, size}) => [
		...(size === 'L' ? [state.usages, state.list.frozen] : []),
		...[state.containers.listed, state.containers.status, state.compose, state.places.compose],
		...[state.tasks, state.connection.status, state.endpoint, state.logs],
	],
	showsTarget: true,
	watched: (state, size) => (size === 'L' ? (selectedEntry(state)?.heading.measured ?? []) : []),
	listRows: projectListRows,
	hit: (view, {y}, width, height) =>
		hitList(
			{
				page: 'compose',
				things: selectCompose(view.state),
				place: view.state.places.compose,
				rows: projectListRows(view, width, height),
				headRows,
			},
			y,
		),
};
