import type {ContainerAction} from '../../model/act/container-action.ts';
import type {Container} from '../../model/container.ts';
import {
	type BulkPlan,
	type BulkWords,
	isUnderWay,
	maxBulkRows,
} from '../../store/act/bulk-state.ts';
import {withFileWaits} from '../../store/act/file-waits.ts';
import type {State} from '../../store/state.ts';
import {mayHaveFiles, whyNoFiles} from '../../store/why-no-compose.ts';
import type {CommandContext} from '../command.ts';
import type {UnorderedBulk} from '../effects/compose-effects.ts';
import {keyText} from '../keymap.ts';
import {planBulk, withoutOrder} from './plan-bulk.ts';

/** Shows what would be done to all of them, and does nothing before a yes. */
export const askBulk = (
	context: CommandContext,
	action: ContainerAction,
	containers: readonly Container[],
	words: BulkWords,
): void => {
	const {dispatch, nowMillis: sinceMillis} = context;
	const why = whyNoBulk(context, containers.length);
	if (why !== undefined) {
		dispatch({type: 'message/added', level: 'info', text: why, atMillis: sinceMillis});
		return;
	}
	const plan = planBulk(action, withFileWaits(context.state, containers), words);
	const projects = unreadProjects(context.state, action, containers);
	const shown =
		plan.lacksOrder && projects.length > 0
			? {...plan, whyNoOrder: `Their order is being read from the files of ${projects.join(', ')}.`}
			: plan;
	dispatch({type: 'overlay/opened', overlay: {kind: 'bulk', top: 0, plan: shown, sinceMillis}});
	if (shown !== plan) context.effects.orderBulk({plan: shown, containers, projects});
};

/** Those whose order only their files can tell, and were not read for it. */
const unreadProjects = (
	state: State,
	{verb}: ContainerAction,
	containers: readonly Container[],
): readonly string[] =>
	mayHaveFiles(state)
		? withoutOrder(verb, containers).filter(
				project => state.compose.readings.get(project)?.services === undefined,
			)
		: [];

/** The plan again after the files were read: in their order, or with the reason why there is none. */
export const orderedPlan = (
	state: State,
	{plan, containers, projects}: UnorderedBulk,
): BulkPlan => {
	const {action, whyNoOrder: _, ...words} = plan;
	const next = planBulk(action, withFileWaits(state, containers), words);
	const reasons = projects.flatMap(project => {
		const reading = state.compose.readings.get(project);
		if (reading?.services !== undefined) return [];
		const reason =
			whyNoFiles(state, project) ?? reading?.problem ?? 'its files took too long to read';
		return `${project}: ${reason}`;
	});
	return reasons.length === 0 ? next : {...next, whyNoOrder: `In no order: ${reasons.join('; ')}.`};
};

export const whyTooMany = (count: number): string | undefined =>
	count > maxBulkRows
		? `${count} containers are too many at once: filter the list, or mark ${maxBulkRows} at most`
		: undefined;

const whyNoBulk = ({state, keymap}: CommandContext, count: number): string | undefined => {
	const why = whyTooMany(count);
	if (why !== undefined) return why;
	if (!isUnderWay(state.bulk)) return undefined;
	const key = keyText(keymap, 'bulk.open');
	return `another bulk run is under way${key === undefined ? '' : `; ${key} shows it`}`;
};
