import {type ContainerKey, refKey} from '../../source/model/ids.ts';
import type {ActionRequest} from '../../source/store/act/action-request.ts';
import type {BulkPlan} from '../../source/store/act/bulk-state.ts';

/** What was asked to be done to. */
export const keysOf = (request: ActionRequest | undefined): readonly ContainerKey[] =>
	request?.targets.map(({ref}) => refKey(ref)) ?? [];

/** Those of a plan that something is done to. */
export const bulkRequest = ({action, rows}: BulkPlan): ActionRequest => ({
	action,
	targets: rows.filter(({skipped}) => skipped === undefined).map(({target}) => target),
});
