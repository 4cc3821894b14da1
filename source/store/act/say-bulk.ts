import {type ActionOutcome, past} from '../../model/act/action-outcome.ts';
import type {MessageLevel} from './act-state.ts';
import {type BulkPlan, type BulkRow, type BulkRun, countBulk, hasFailed} from './bulk-state.ts';

/** `12 containers of project shop` */
export const sayHowMany = (count: number, of: string): string =>
	`${count} ${count === 1 ? 'container' : 'containers'}${of}`;

/** `Stop 12 containers of project shop?` */
export const sayQuestion = ({action, rows, of}: BulkPlan): string => {
	const word = action.verb.charAt(0).toUpperCase() + action.verb.slice(1);
	return `${word} ${sayHowMany(rows.filter(({skipped}) => skipped === undefined).length, of)}?`;
};

/** `stopped 11 of 12 containers of project shop, 1 failed: shop/db: removal is in progress` */
export const sayBulk = (run: BulkRun): string => {
	const {all, done, failed, cancelled} = countBulk(run);
	const unchanged = run.rows.filter(({outcome}) => outcome?.kind === 'unchanged').length;
	const whole = sayHowMany(all, run.of);
	return [
		`${past[run.action.verb]} ${done === all ? '' : `${done} of `}${whole}${took(run)}`,
		...(unchanged === 0
			? []
			: [`${unchanged} of them ${unchanged === 1 ? 'was' : 'were'} so already`]),
		...(cancelled === 0 ? [] : [`${cancelled} cancelled`]),
		...(failed === 0 ? [] : [`${failed} failed: ${firstOf(run.rows.filter(hasFailed))}`]),
	].join(', ');
};

export const bulkLevel = (run: BulkRun): MessageLevel => {
	const {all, done, failed} = countBulk(run);
	if (failed > 0) return 'error';
	return done === all ? 'success' : 'info';
};

const took = ({startedAtMillis, endedAtMillis}: BulkRun): string =>
	endedAtMillis === undefined ? '' : ` in ${seconds(endedAtMillis - startedAtMillis)}`;

const mostNamed = 2;

const firstOf = (rows: readonly BulkRow[]): string => {
	const named = rows.slice(0, mostNamed).map(({name, outcome}) => `${name}: ${sayResult(outcome)}`);
	const more = rows.length - named.length;
	return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
};

/** What became of one container, beside its name. Foreign text where it is the engine's. */
export const sayResult = (outcome: ActionOutcome | undefined): string => {
	if (outcome === undefined) return '';
	switch (outcome.kind) {
		case 'done':
			return `done in ${seconds(outcome.tookMillis)}`;
		case 'healthy':
			return `healthy again in ${seconds(outcome.tookMillis)}`;
		case 'unchanged':
			return 'it was so already';
		case 'unhealthy':
			return `done, but its health check fails (unhealthy after ${seconds(outcome.tookMillis)})`;
		case 'unsettled':
			return outcome.reason === undefined
				? `done, but not healthy after ${seconds(outcome.tookMillis)}`
				: `done, but its health is not known: ${outcome.reason}`;
		case 'ended': {
			const code = outcome.exitCode === undefined ? '' : ` with ${outcome.exitCode}`;
			return `done, but it stopped again${code} after ${seconds(outcome.tookMillis)}`;
		}
		case 'unknown':
			return `not known whether it was done: ${outcome.reason}${outcome.found === undefined ? '' : `; ${outcome.found}`}`;
		case 'cancelled':
			return 'cancelled, nothing was done';
		default:
			return outcome.reason;
	}
};

const seconds = (millis: number): string => `${(millis / 1000).toFixed(1)}s`;
