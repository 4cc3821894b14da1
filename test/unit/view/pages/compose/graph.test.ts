import {expect, test} from 'vitest';
import {selectCompose} from '../../../../../source/store/select-compose.ts';
import {graphOf} from '../../../../../source/view/pages/compose/graph.ts';
import {startMillis} from '../../../../helpers/builders.ts';
import {composed} from '../../../../helpers/compose.ts';
import {scenes} from '../../../../helpers/view-states.ts';

/** Columns of a project of so many services, the first of which waits for so many that do not exist. */
const columnsWith = (services: number, missing: number): number => {
	const waits = Array.from({length: missing}, (_, at) => `gone-${at}:service_started:true`);
	const labels = {'com.docker.compose.depends_on': waits.join(',')};
	const containers = Array.from({length: services}, (_, at) =>
		composed(`s${at}`, at === 0 ? labels : {}),
	);
	const {state} = scenes.empty().do({type: 'containers/listed', containers, atMillis: startMillis});
	const project = selectCompose(state).find(({kind}) => kind === 'project');
	return project?.kind === 'project' ? graphOf(project).columns.length : -1;
};

test.each([
	[60, 180, 2],
	[60, 181, 0],
	[61, 1, 0],
	[1, 50_000, 0],
])('%s services of which one waits for %s: %s columns', (services, missing, columns) => {
	expect(columnsWith(services, missing)).toBe(columns);
});
