import type {ContainerKey} from '../../model/ids.ts';
import type {BulkPlan, BulkRow} from './bulk-state.ts';

/** What happens to the latest bulk run. */
export type BulkAction =
	| {readonly type: 'bulk/began'; readonly plan: BulkPlan; readonly atMillis: number}
	| {
			readonly type: 'bulk/row-changed';
			readonly key: ContainerKey;
			readonly change: Pick<BulkRow, 'status'> & Partial<Pick<BulkRow, 'sinceMillis' | 'outcome'>>;
	  }
	/** What has not begun will not begin. */
	| {readonly type: 'bulk/cancelled'}
	/** Those that failed are to be done again. */
	| {readonly type: 'bulk/retried'; readonly atMillis: number}
	| {readonly type: 'bulk/ended'; readonly atMillis: number};
