import type {BulkPlan} from '../../store/act/bulk-state.ts';

export interface BulkEffects {
	/** Does to all of them what was planned. */
	beginBulk(plan: BulkPlan): void;
	/** What failed in the latest run, once more. */
	retryBulk(): void;
	/** What has not begun does not begin. */
	cancelBulk(): void;
}
