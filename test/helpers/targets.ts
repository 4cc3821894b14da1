import {type ContainerKey, refKey} from '../../source/model/ids.ts';
import type {ActionRequest} from '../../source/store/act/action-request.ts';
import type {BulkPlan, BulkWords} from '../../source/store/act/bulk-state.ts';

/** What was asked to be done to. */
export const keysOf = (request: ActionRequest | undefined): readonly ContainerKey[] =>
	request?.targets.map(({ref}) => refKey(ref)) ?? [];

/** Those of a plan that something is done to. */
export const bulkRequest = ({action, rows}: BulkPlan): ActionRequest => ({
	action,
	targets: rows.filter(({skipped}) => skipped === undefined).map(({target}) => target),
});

/** As it is said of so many of project shop. */
export const bulkWords = (verb: string, count: number): BulkWords => ({
	title: `${verb} ${count} containers of project shop`,
	of: ' of project shop',
	notes: ['Clients lose their connection for a moment. Data is kept.'],
	command: ['docker', verb.toLowerCase()],
});
