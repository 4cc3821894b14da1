import type {EngineInfo} from './engine-info.ts';

/** Below this the difference may be that of the measurement. */
const leastMillis = 500;

/** An answer that tells the time. */
export interface ToldTime {
	/** RFC 3339, or a `Date` header, which is cut to whole seconds. */
	readonly told: string | undefined;
	/** By our clock. */
	readonly askedAtMillis: number;
	readonly answeredAtMillis: number;
}

/**
 * What a clock elsewhere is ahead of ours. 0 when the answer took too long to tell a difference;
 * undefined when the time cannot be read.
 */
export const clockOffset = ({
	told,
	askedAtMillis,
	answeredAtMillis,
}: ToldTime): number | undefined => {
	const toldMillis = Date.parse(told ?? '');
	// Go writes "never" as the year 1.
	if (!(toldMillis > 0)) return undefined;
	const cutMillis = told?.endsWith('GMT') ? 500 : 0;
	const offset = toldMillis + cutMillis - (askedAtMillis + answeredAtMillis) / 2;
	const doubt = leastMillis + cutMillis + Math.abs(answeredAtMillis - askedAtMillis) / 2;
	return Math.abs(offset) <= doubt ? 0 : Math.round(offset);
};

/**
 * The engine's time at an instant of ours. The instants that it tells, such as the start of a
 * container, are compared with this and not with our clock.
 */
export const engineMillis = (ourMillis: number, engine: EngineInfo | undefined): number =>
	ourMillis + (engine?.clockOffsetMillis ?? 0);
