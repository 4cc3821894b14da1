import type {Health, HealthProbe} from '../../model/health.ts';
import {known} from '../../model/known.ts';
import type {Probing} from '../../model/probing.ts';
import type {HealthCheck} from '../../model/setup.ts';
import {stampMillis} from '../stamp.ts';
import {healthOf} from './map-container.ts';
import {type Raw, rawCount, rawList, rawNumber, rawObject, rawText} from './raw.ts';

/** What the probes say, of `State.Health` of an inspect. */
export const mapHealth = (raw: Raw): Health => {
	const health = healthOf(rawText(raw['Status']), rawCount(raw['FailingStreak']));
	if (health.kind === 'none') return health;
	return {...health, ...known('lastProbe', mapProbe(rawObject(rawList(raw['Log']).at(-1))))};
};

const mapProbe = (raw: Raw): HealthProbe | undefined => {
	const atMillis = endOf(raw);
	const exitCode = rawNumber(raw['ExitCode']);
	if (atMillis === undefined || exitCode === undefined) return undefined;
	return {atMillis, exitCode, output: rawText(raw['Output']) ?? ''};
};

const endOf = (raw: Raw): number | undefined =>
	stampMillis(rawText(raw['End']) ?? '') ?? stampMillis(rawText(raw['Start']) ?? '');

/** Docker's, where a check does not say. */
const usualIntervalMillis = 30_000;
const usualRetries = 3;

/** How often it is probed: by what the engine remembers of its runs, else as it was told to. */
export const mapProbing = (check: HealthCheck, raw: Raw): Probing => {
	const ends = rawList(raw['Log']).flatMap(run => endOf(rawObject(run)) ?? []);
	const [first = 0] = ends;
	const measured = ends.length < 2 ? 0 : ((ends.at(-1) ?? 0) - first) / (ends.length - 1);
	const everyMillis = measured > 0 ? measured : (check.intervalMillis ?? usualIntervalMillis);
	return {
		everyMillis: Math.round(everyMillis),
		retries: check.retries ?? usualRetries,
		...known('startPeriodMillis', check.startPeriodMillis),
	};
};
