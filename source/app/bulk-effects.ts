import type {BulkEffects} from '../commands/effects/bulk-effects.ts';
import type {Watch} from './watch.ts';

/** Of the engine that is watched now. */
export const createBulkEffects = (watch: Watch): BulkEffects => ({
	beginBulk: plan => watch.bulk?.begin(plan),
	retryBulk: () => watch.bulk?.retry(),
	cancelBulk: () => watch.bulk?.cancel(),
});
