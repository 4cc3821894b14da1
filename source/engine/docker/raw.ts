import {unexpectedAnswer} from '../unexpected-answer.ts';

/** An object of the API. Nothing in it is believed to be there or to have the promised type. */
export type Raw = Readonly<Record<string, unknown>>;

const nothing: Raw = {};

const isRecord = (value: unknown): value is Raw =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Empty for anything that is no object. */
export const rawObject = (value: unknown): Raw => (isRecord(value) ? value : nothing);

/** Empty for anything that is no array. */
export const rawList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const rawText = (value: unknown): string | undefined =>
	typeof value === 'string' ? value : undefined;

/** Undefined for the empty string too. */
export const rawWord = (value: unknown): string | undefined => rawText(value) || undefined;

export const rawNumber = (value: unknown): number | undefined =>
	typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** The counters of engines have 64 bits; what is beyond was never counted. */
const mostCounted = 2 ** 64;

/** A whole number that cannot be negative. */
export const rawCount = (value: unknown): number | undefined =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostCounted
		? value
		: undefined;

/** The last second that is a date in JavaScript. */
const latestSecond = 8_640_000_000_000;

/** Seconds since the epoch, in milliseconds; undefined for 0, by which engines mean never. */
export const rawSecondsMillis = (value: unknown): number | undefined => {
	const seconds = rawCount(value);
	return seconds && seconds <= latestSecond ? seconds * 1000 : undefined;
};

export const rawFlag = (value: unknown): boolean | undefined =>
	typeof value === 'boolean' ? value : undefined;

/** The strings of a list of strings. */
export const rawWords = (value: unknown): readonly string[] =>
	rawList(value).filter(item => typeof item === 'string');

/** The entries of a map of strings. */
export const rawLabels = (
	value: unknown,
	share: (text: string) => string,
): Readonly<Record<string, string>> => {
	// Made by `Object.create(null)` it would take three times the memory.
	const labels: Record<string, string> = Object.setPrototypeOf({}, null);
	for (const [name, text] of Object.entries(rawObject(value))) {
		if (typeof text === 'string') labels[name] = share(text);
	}
	return labels;
};

/** Rejects `protocol` for an answer that must be an object and is not. */
export const requireObject = (value: unknown, what: string): Raw => {
	if (isRecord(value)) return value;
	throw unexpectedAnswer(what);
};

/** Rejects `protocol` for what is not JSON. */
export const parseJson = (text: string, what: string): unknown => {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw unexpectedAnswer(`${what}: ${text.slice(0, 60)}`, error);
	}
};
