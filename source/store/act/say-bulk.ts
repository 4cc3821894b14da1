import {type ActionOutcome, past, seconds} from '../../model/act/action-outcome.ts';
import type {ContainerAction} from '../../model/act/container-action.ts';
import type {MessageLevel} from './act-state.ts';
import {type BulkRow, type BulkRun, countBulk, hasFailed} from './bulk-state.ts';

/** `12 containers of project shop` */
const sayHowMany = (count: number, of: string): string =>
	`${count} ${count === 1 ? 'container' : 'containers'}${of}`;

/** `stopped 11 of 12 containers of project shop, 1 failed: shop/db: removal is in progress` */
export const sayBulk = (run: BulkRun): string => {
	const {all, done, failed, cancelled} = countBulk(run);
	const unchanged = run.rows.filter(({outcome}) => outcome?.kind === 'unchanged').length;
	const whole = sayHowMany(all, run.of);
	return [
		`${didWords(run.action)} ${done === all ? '' : `${done} of `}${whole}${took(run)}`,
		...(unchanged === 0
			? []
			: [`${unchanged} of them ${unchanged === 1 ? 'was' : 'were'} so already`]),
		...(cancelled === 0 ? [] : [`${cancelled} cancelled`]),
		...(failed === 0 ? [] : [`${failed} failed: ${firstOf(run.rows.filter(hasFailed))}`]),
	].join(', ');
};

const didWords = (action: ContainerAction): string =>
	action.verb === 'kill' && action.signal !== undefined
		? `sent ${action.signal} to`
		: past[action.verb];

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
			return `done, but unhealthy after ${seconds(outcome.tookMillis)}`;
		case 'unsettled':
			return outcome.reason === undefined
				? `done, but not healthy after ${seconds(outcome.tookMillis)}`
				: `done, but health unknown: ${outcome.reason}`;
		case 'ended': {
			const code = outcome.exitCode === undefined ? '' : ` with ${outcome.exitCode}`;
			return `done, but ended${code} after ${seconds(outcome.tookMillis)}`;
		}
		case 'unknown':
			return `not known whether it was done: ${outcome.reason}${outcome.found === undefined ? '' : `; ${outcome.found}`}`;
		case 'cancelled':
			return 'cancelled, nothing was done';
		default:
			return outcome.reason;
	}
};
