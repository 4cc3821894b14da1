import {known} from '../../model/known.ts';
import type {HealthCheck, HealthSetup, ProbeRun} from '../../model/setup.ts';
import {stampMillis} from '../stamp.ts';
import {
	type Raw,
	rawCount,
	rawList,
	rawNumber,
	rawObject,
	rawText,
	rawWord,
	rawWords,
} from './raw.ts';

/** How a container is probed and what came of it, of `GET /containers/ID/json`. */
export const mapHealthSetup = (raw: Raw): HealthSetup => {
	const state = rawObject(rawObject(raw['State'])['Health']);
	const check = mapCheck(rawObject(rawObject(raw['Config'])['Healthcheck']));
	const status = rawWord(state['Status']);
	return {
		...known('check', check),
		...known('status', status === 'none' ? undefined : status),
		...known('failingStreak', rawCount(state['FailingStreak'])),
		runs: rawList(state['Log']).map(mapRun).toReversed(),
	};
};

const nanosPerMilli = 1_000_000;

/** `Config.Healthcheck`; undefined for none, and for `NONE`, which switches off that of the image. */
export const mapCheck = (raw: Raw): HealthCheck | undefined => {
	const [kind, ...command] = rawWords(raw['Test']);
	if (kind === undefined || kind === 'NONE') return undefined;
	const millis = (name: string): number | undefined => {
		const nanos = rawCount(raw[name]);
		return nanos ? nanos / nanosPerMilli : undefined;
	};
	return {
		isShell: kind === 'CMD-SHELL',
		command: kind === 'CMD' || kind === 'CMD-SHELL' ? command : [kind, ...command],
		...known('intervalMillis', millis('Interval')),
		...known('timeoutMillis', millis('Timeout')),
		...known('startPeriodMillis', millis('StartPeriod')),
		...known('retries', rawCount(raw['Retries']) || undefined),
	};
};

const mapRun = (value: unknown): ProbeRun => {
	const raw = rawObject(value);
	const from = stampMillis(rawText(raw['Start']) ?? '');
	const to = stampMillis(rawText(raw['End']) ?? '');
	const took = from === undefined || to === undefined || to < from ? undefined : to - from;
	return {
		...known('startedAtMillis', from),
		...known('tookMillis', took),
		...known('exitCode', rawNumber(raw['ExitCode'])),
		output: rawText(raw['Output']) ?? '',
	};
};
