import {type Raw, rawObject, rawWord} from './raw.ts';

/** The engine keeps 256 events and repeats no more than those. */
const capacity = 512;
const nanoDigits = 9;

/**
 * Which events have been told already. A stream that is opened again is asked to begin with the last
 * one, so nothing is missed in between; what comes twice by that is found by its instant and what it
 * says. The instant is compared as text, because as a number it would lose its last digits.
 */
export class EventMemory {
	readonly #known = new Set<string>();
	#newest = '';

	/** Where the next stream shall begin, as `seconds.nanoseconds`; undefined at first. */
	get since(): string | undefined {
		const seconds = this.#newest.slice(0, -nanoDigits);
		return seconds === '' ? undefined : `${seconds}.${this.#newest.slice(-nanoDigits)}`;
	}

	/** Remembers an event, given parsed and as it came. False for one that was told before. */
	isNew(value: unknown, text: string): boolean {
		const nanos = exactNanos(text);
		if (nanos === undefined) return true;
		const identity = [nanos, ...wordsOf(rawObject(value))].join(' ');
		if (this.#known.has(identity)) return false;
		this.#known.add(identity);
		for (const oldest of this.#known) {
			if (this.#known.size <= capacity) break;
			this.#known.delete(oldest);
		}
		if (isLater(nanos, this.#newest)) this.#newest = nanos;
		return true;
	}
}

/** Inside a string its quotes would be escaped, and the attributes are all strings. */
const exactNanos = (text: string): string | undefined =>
	/"timeNano"\s*:\s*(\d{1,30})\b/.exec(text)?.[1];

const wordsOf = (raw: Raw): readonly (string | undefined)[] => [
	rawWord(raw['Type']),
	rawWord(raw['Action']) ?? rawWord(raw['status']),
	rawWord(rawObject(raw['Actor'])['ID']) ?? rawWord(raw['id']),
];

/** Of numbers without leading zeros. */
const isLater = (nanos: string, than: string): boolean =>
	nanos.length === than.length ? nanos > than : nanos.length > than.length;
