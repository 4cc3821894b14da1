/** A value of JSON; every text in it, keys too, is raw and foreign. */
export type Json =
	| null
	| boolean
	| number
	| string
	| readonly Json[]
	| {readonly [key: string]: Json};

/** What an engine told of a thing, in its own words and order. */
export interface JsonDocument {
	readonly value: Json;
	/** Values and ends of texts that were too many, too deep or too long to keep. */
	readonly leftOut: number;
}

/**
 * An inspect of a container has some 300 values, three levels deep. Keys are short, because each value bears
 * all those above it. `characters`: of all texts and keys.
 */
export const jsonBounds = {
	...{depth: 16, values: 20_000, textLength: 32_768, keyLength: 256},
	characters: 2_000_000,
} as const;

/** A copy within `jsonBounds`; what is no JSON becomes null. */
export const boundedJson = (value: unknown): JsonDocument => {
	let room: number = jsonBounds.values;
	let characters: number = jsonBounds.characters;
	let leftOut = 0;

	const keep = (from: unknown, depth: number): Json | undefined => {
		if (room === 0 || depth > jsonBounds.depth) {
			leftOut++;
			return undefined;
		}
		room--;
		if (Array.isArray(from))
			return from.map(item => keep(item, depth + 1)).filter(item => item !== undefined);
		return typeof from === 'object' && from !== null ? keepObject(from, depth) : keepScalar(from);
	};

	const keepObject = (from: object, depth: number): Json => {
		const kept: [string, Json][] = [];
		for (const [key, item] of Object.entries(from)) {
			const member = keep(item, depth + 1);
			if (member !== undefined) kept.push([keepText(key, jsonBounds.keyLength), member]);
		}
		return Object.fromEntries(kept);
	};

	const keepScalar = (from: unknown): Json => {
		if (typeof from === 'string') return keepText(from);
		if (typeof from === 'number') return Number.isFinite(from) ? from : null;
		return typeof from === 'boolean' ? from : null;
	};

	const keepText = (text: string, longest: number = jsonBounds.textLength): string => {
		const most = Math.min(longest, characters);
		characters -= Math.min(most, text.length);
		if (text.length <= most) return text;
		leftOut++;
		return `${text.slice(0, most)}…`;
	};

	const kept = keep(value, 0) ?? null;
	return {value: kept, leftOut};
};

/** What is under some keys, one below the other; undefined where one of them is not there. */
export const jsonAt = (value: Json | undefined, ...keys: readonly string[]): Json | undefined => {
	let found = value;
	for (const key of keys) {
		if (!isJsonObject(found) || !Object.hasOwn(found, key)) return undefined;
		found = found[key];
	}
	return found;
};

export const isJsonObject = (value: Json | undefined): value is {readonly [key: string]: Json} =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
