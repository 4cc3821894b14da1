import {whyNotAct} from '../../model/act/applicability.ts';
import type {ActionVerb, ContainerAction} from '../../model/act/container-action.ts';
import {tellsWaits} from '../../model/attention/dependencies.ts';
import {type Order, startOrder, stopOrder} from '../../model/compose/order.ts';
import type {Container} from '../../model/container.ts';
import {exitCode, healthOf, qualifiedName} from '../../model/container-facts.ts';
import {refKey, shortId} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import {actionTarget} from '../../store/act/action-request.ts';
import type {BulkPlan, BulkWords} from '../../store/act/bulk-state.ts';

/** What an action on many would do to which of them, and in which order. */
export const planBulk = (
	action: ContainerAction,
	containers: readonly Container[],
	words: BulkWords,
): BulkPlan => {
	const {verb} = action;
	const {steps, circle} = orderOf(verb, containers);
	const rows = steps.map(({container, service, after, wave}) => ({
		key: refKey(container.ref),
		name: qualifiedName(container),
		id: shortId(container.ref.id),
		state: stateWords(container),
		target: actionTarget(container),
		...{service, after, wave},
		...known('skipped', whyNotAct(verb, container)),
	}));
	return {...words, action, rows, circle, lacksOrder: withoutOrder(verb, containers).length > 0};
};

/** Projects between whose services there may be an order that no container tells. */
export const withoutOrder = (
	verb: ActionVerb,
	containers: readonly Container[],
): readonly string[] => {
	if (!ordered.has(verb)) return [];
	const services = new Map<string, Set<string>>();
	const telling = new Set<string>();
	for (const container of containers) {
		const {project = '', service = '', oneOff = true} = container.compose ?? {};
		if (oneOff) continue;
		services.set(project, (services.get(project) ?? new Set()).add(service));
		if (tellsWaits(container)) telling.add(project);
	}
	return [...services].flatMap(([project, {size}]) =>
		size > 1 && !telling.has(project) ? project : [],
	);
};

/** Those after which what depends on something else needs it in another state. */
const ordered: ReadonlySet<ActionVerb> = new Set(['start', 'restart', 'stop', 'remove']);

const orderOf = (verb: ActionVerb, containers: readonly Container[]): Order => {
	if (verb === 'stop' || verb === 'remove') return stopOrder(containers);
	const order = startOrder(containers);
	if (ordered.has(verb)) return order;
	return {steps: order.steps.map(step => ({...step, after: [], wave: 0})), circle: []};
};

const stateWords = (container: Container): string => {
	const {kind} = healthOf(container);
	if (container.state === 'running') return kind === 'none' ? 'running' : `running, ${kind}`;
	const code = exitCode(container);
	return code === undefined ? container.state : `${container.state} (${code})`;
};
