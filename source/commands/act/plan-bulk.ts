import {whyNotAct} from '../../model/act/applicability.ts';
import type {ActionVerb, ContainerAction} from '../../model/act/container-action.ts';
import {tellsWaits} from '../../model/attention/dependencies.ts';
import {type Order, startOrder, stopOrder} from '../../model/compose/order.ts';
import type {Container} from '../../model/container.ts';
import {exitCode, healthOf, qualifiedName} from '../../model/container-facts.ts';
import {refKey, shortId} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import {actionTarget} from '../../store/act/action-request.ts';
import type {BulkPlan} from '../../store/act/bulk-state.ts';

export interface BulkSubject {
	readonly containers: readonly Container[];
	/** Whose they are: ` of project shop`; '' where that needs no words. */
	readonly of: string;
	/** How many of them the filter hides. */
	readonly hidden: number;
}

/** What an action on many would do to which of them, and in which order. */
export const planBulk = (
	action: ContainerAction,
	{containers, of, hidden}: BulkSubject,
): BulkPlan => {
	const {steps, circle} = orderOf(action.verb, containers);
	const rows = steps.map(({container, service, after, wave}) => ({
		key: refKey(container.ref),
		name: qualifiedName(container),
		id: shortId(container.ref.id),
		state: stateWords(container),
		target: actionTarget(container),
		...{service, after, wave},
		...known('skipped', whySkipped(action, container)),
	}));
	const lacksOrder =
		isOrdered(action.verb) && !containers.some(tellsWaits) && isDivided(containers);
	return {action, of, hidden, rows, circle, lacksOrder};
};

const orderOf = (verb: ActionVerb, containers: readonly Container[]): Order => {
	if (verb === 'start' || verb === 'restart') return startOrder(containers);
	if (verb === 'stop' || verb === 'remove') return stopOrder(containers);
	const {steps} = startOrder(containers);
	return {steps: steps.map(step => ({...step, after: [], wave: 0})), circle: []};
};

const isOrdered = (verb: ActionVerb): boolean =>
	verb === 'start' || verb === 'restart' || verb === 'stop' || verb === 'remove';

/** Several services of one project, between which there may be an order. */
const isDivided = (containers: readonly Container[]): boolean => {
	const services = new Map<string, string>();
	return containers.some(({compose}) => {
		if (compose === undefined || compose.oneOff) return false;
		const other = services.get(compose.project) ?? compose.service;
		services.set(compose.project, compose.service);
		return other !== compose.service;
	});
};

const whySkipped = (action: ContainerAction, container: Container): string | undefined => {
	const why = whyNotAct(action.verb, container);
	if (why !== undefined || action.verb !== 'remove' || action.force) return why;
	return container.state === 'running' || container.state === 'paused' ? 'runs' : undefined;
};

const stateWords = (container: Container): string => {
	const {kind} = healthOf(container);
	if (container.state === 'running') return kind === 'none' ? 'running' : `running, ${kind}`;
	const code = exitCode(container);
	return code === undefined ? container.state : `${container.state} (${code})`;
};
