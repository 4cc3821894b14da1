import type {ContainerAction} from '../../model/act/container-action.ts';
import {isUnderWay, maxBulkRows} from '../../store/act/bulk-state.ts';
import type {CommandContext} from '../command.ts';
import {keyText} from '../keymap.ts';
import {type BulkSubject, planBulk} from './plan-bulk.ts';

/** Shows what would be done to all of them, and does nothing before a yes. */
export const askBulk = (
	context: CommandContext,
	action: ContainerAction,
	subject: BulkSubject,
): void => {
	const {dispatch, nowMillis} = context;
	const why = whyNoBulk(context, subject);
	if (why !== undefined) {
		dispatch({type: 'message/added', level: 'info', text: why, atMillis: nowMillis});
		return;
	}
	const plan = planBulk(action, subject);
	dispatch({
		type: 'overlay/opened',
		overlay: {kind: 'bulk', top: 0, plan, sinceMillis: nowMillis},
	});
};

const whyNoBulk = (
	{state, keymap}: CommandContext,
	{containers}: BulkSubject,
): string | undefined => {
	const {length} = containers;
	if (length > maxBulkRows) {
		return `${length} containers are too many at once: a filter makes them ${maxBulkRows} at most`;
	}
	if (!isUnderWay(state.bulk)) return undefined;
	const key = keyText(keymap, 'bulk.open');
	return `another bulk run is under way${key === undefined ? '' : `; ${key} shows it`}`;
};
