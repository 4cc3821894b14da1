import {currentRun, type DemoContainer, type Run} from './container.ts';
import {type Random, randomFor} from './random.ts';
import {hours} from './spec.ts';
import {busynessAt} from './usage.ts';
import type {Moment, Utterance} from './voices/voice.ts';
import {voiceOf} from './voices/voices.ts';

/** One entry of a container's log. */
export interface LogEntry {
	readonly atNanos: bigint;
	readonly stream: 'stdout' | 'stderr';
	/** Without the newline. */
	readonly text: string;
}

/**
 * The log of a container is not stored: every second of a run can be written down again at any
 * time, in the same words. So hours of log cost nothing until someone reads them.
 *
 * Second 0 of a run holds the opening words, the following ones the work; the last words come with
 * the end. Older than an hour before the present (or the end) counts as rotated away.
 */
const keptMillis = hours;

const nanosPerMilli = 1_000_000n;

export const toNanos = (millis: number): bigint => BigInt(Math.floor(millis)) * nanosPerMilli;

/** Entries later than `afterNanos`, up to and with `untilNanos`, in order. */
export function* entriesBetween(
	container: DemoContainer,
	afterNanos: bigint,
	untilNanos: bigint,
): Generator<LogEntry> {
	const from = latest(afterNanos, oldestNanos(container, untilNanos));
	for (const run of container.runs) {
		const last = lastSecond(run, untilNanos);
		for (let second = Math.max(0, secondOf(run, from) - 1); second <= last; second++)
			for (const entry of entriesOf(container, run, second))
				if (entry.atNanos > from && entry.atNanos <= untilNanos) yield entry;
	}
}

/** The last `count` entries between the two instants, in order. */
export const lastEntries = (
	container: DemoContainer,
	count: number,
	afterNanos: bigint,
	untilNanos: bigint,
): LogEntry[] => {
	const found: LogEntry[] = [];
	for (const entry of entriesBackwards(container, afterNanos, untilNanos)) {
		if (found.length >= count) break;
		found.push(entry);
	}
	return found.reverse();
};

function* entriesBackwards(
	container: DemoContainer,
	afterNanos: bigint,
	untilNanos: bigint,
): Generator<LogEntry> {
	const from = latest(afterNanos, oldestNanos(container, untilNanos));
	for (const run of container.runs.toReversed()) {
		const first = Math.max(0, secondOf(run, from) - 1);
		for (let second = lastSecond(run, untilNanos); second >= first; second--)
			for (const entry of entriesOf(container, run, second).toReversed())
				if (entry.atNanos > from && entry.atNanos <= untilNanos) yield entry;
	}
}

const latest = (a: bigint, b: bigint): bigint => (a > b ? a : b);

const oldestNanos = (container: DemoContainer, untilNanos: bigint): bigint => {
	const end = currentRun(container)?.endedAtMillis;
	const present = end === undefined ? untilNanos : toNanos(end);
	return (present < untilNanos ? present : untilNanos) - toNanos(keptMillis);
};

const secondOf = (run: Run, atNanos: bigint): number =>
	Math.floor((Number(atNanos / nanosPerMilli) - run.startedAtMillis) / 1000);

const lastSecond = (run: Run, untilNanos: bigint): number => {
	const until = secondOf(run, untilNanos);
	if (run.endedAtMillis === undefined) return until;
	return Math.min(until, Math.floor((run.endedAtMillis - run.startedAtMillis) / 1000));
};

/** What was really written in a second of a run: up to its end, and nothing while it was frozen. */
const entriesOf = (container: DemoContainer, run: Run, second: number): LogEntry[] => {
	const spoken = wordsOf(container, run, second);
	const end = run.endedAtMillis;
	const heard = spoken.filter(
		({atNanos}) => !isFrozen(run, atNanos) && (end === undefined || atNanos < toNanos(end - 1)),
	);
	if (end === undefined || second !== Math.floor((end - run.startedAtMillis) / 1000)) return heard;
	return [...heard, ...lastWords(container, run, end)];
};

const isFrozen = (run: Run, atNanos: bigint): boolean =>
	run.pauses.some(
		pause =>
			atNanos >= toNanos(pause.fromMillis) &&
			(pause.toMillis === undefined || atNanos < toNanos(pause.toMillis)),
	);

/** A follower asks for the same second many times; one kept per run is enough. */
const memo = new WeakMap<Run, {second: number; entries: LogEntry[]}>();

const wordsOf = (container: DemoContainer, run: Run, second: number): LogEntry[] => {
	const known = memo.get(run);
	if (known?.second === second) return known.entries;
	const entries =
		second === 0 ? openingWords(container, run) : workingWords(container, run, second);
	memo.set(run, {second, entries});
	return entries;
};

const openingWords = (container: DemoContainer, run: Run): LogEntry[] => {
	const moment = momentOf(container, run.startedAtMillis + 120, randomOf(container, run, 0));
	return spread(
		voiceOf(container.spec.voice).opening(moment),
		toNanos(moment.atMillis) + 217_904n,
		moment.random,
		40_000_000,
	);
};

const workingWords = (container: DemoContainer, run: Run, second: number): LogEntry[] => {
	const voice = voiceOf(container.spec.voice);
	const from = run.startedAtMillis + second * 1000;
	const random = randomOf(container, run, second);
	const wanted = voice.perSecond * Math.min(4, Math.max(0, busynessAt(container, from)));
	const occasions = Math.floor(wanted + random.next());
	const entries: LogEntry[] = [];
	for (let index = 0; index < occasions; index++) {
		const atNanos = toNanos(from) + BigInt(random.integer(0, 985_000_000));
		const moment = momentOf(container, Number(atNanos / nanosPerMilli), random);
		entries.push(...spread(voice.working(moment), atNanos, random, 60_000));
	}
	return entries.sort((a, b) => (a.atNanos < b.atNanos ? -1 : 1));
};

/** Within the last millisecond, so that a follower that reads at the end gets them exactly once. */
const lastWords = (container: DemoContainer, run: Run, endMillis: number): LogEntry[] => {
	const voice = voiceOf(container.spec.voice);
	const moment = momentOf(container, endMillis - 1, randomOf(container, run, -1));
	const words = {
		stopped: voice.closing,
		crashed: voice.crashing,
		killed: undefined,
	}[run.ending ?? 'killed'];
	return spread(words?.(moment) ?? [], toNanos(endMillis - 1) + 100_003n, moment.random, 20_000);
};

/** Lines of one utterance follow each other closely. */
const spread = (
	utterances: readonly Utterance[],
	fromNanos: bigint,
	random: Random,
	stepNanos: number,
): LogEntry[] => {
	let atNanos = fromNanos;
	return utterances.map(({stream, text}) => {
		const entry = {atNanos, stream, text};
		atNanos += BigInt(random.integer(Math.floor(stepNanos / 3), stepNanos));
		return entry;
	});
};

const randomOf = (container: DemoContainer, run: Run, second: number): Random =>
	randomFor(`log ${container.id} ${run.startedAtMillis} ${second}`);

const momentOf = (container: DemoContainer, atMillis: number, random: Random): Moment => ({
	atMillis,
	random,
	hostname: container.id.slice(0, 12),
});
