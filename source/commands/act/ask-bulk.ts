import type {ContainerAction} from '../../model/act/container-action.ts';
import type {Container} from '../../model/container.ts';
import {type BulkWords, isUnderWay, maxBulkRows} from '../../store/act/bulk-state.ts';
import {withFileWaits} from '../../store/act/file-waits.ts';
import type {CommandContext} from '../command.ts';
import {keyText} from '../keymap.ts';
import {planBulk} from './plan-bulk.ts';

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
	dispatch({type: 'overlay/opened', overlay: {kind: 'bulk', top: 0, plan, sinceMillis}});
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
