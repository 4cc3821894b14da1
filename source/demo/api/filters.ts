import {ApiError} from './api-error.ts';
import {parseJson} from './body.ts';
import type {Query} from './exchange.ts';

/** The `filters` parameter: for each name the values, any of which fits. */
export type Filters = ReadonlyMap<string, readonly string[]>;

/**
 * Reads both forms the clients send, `{"status":["running"]}` and `{"status":{"running":true}}`.
 * Throws 400 for a name the engine does not know, as the real one does.
 */
export const filtersOf = (query: Query, known: readonly string[]): Filters => {
	const text = query.text('filters');
	const value = text === undefined ? {} : parseJson(text);
	if (typeof value !== 'object' || value === null) throw new ApiError(400, 'invalid filter');
	const filters = new Map<string, readonly string[]>();
	for (const [name, values] of Object.entries(value)) {
		if (!known.includes(name)) throw new ApiError(400, `invalid filter '${name}'`);
		filters.set(name, Array.isArray(values) ? values.map(String) : namesOf(values));
	}
	return filters;
};

const namesOf = (values: unknown): string[] =>
	typeof values === 'object' && values !== null
		? Object.entries(values)
				.filter(([, isSet]) => isSet === true)
				.map(([name]) => name)
		: [];

/** True when the filter is absent or one of its values fits. */
export const fits = (
	filters: Filters,
	name: string,
	matches: (wanted: string) => boolean,
): boolean => {
	const values = filters.get(name);
	return values === undefined || values.length === 0 || values.some(matches);
};

/** Labels must all fit: `key` or `key=value`. */
export const fitsLabels = (
	filters: Filters,
	labels: Readonly<Record<string, string>>,
	name = 'label',
): boolean =>
	(filters.get(name) ?? []).every(wanted => {
		const [key = '', ...rest] = wanted.split('=');
		return rest.length === 0 ? key in labels : labels[key] === rest.join('=');
	});
