/** Of every JSON type, and numbers that nobody can have counted. */
const wrongValues: readonly unknown[] = [
	undefined,
	null,
	'',
	' ',
	'text',
	'-1',
	'1e999',
	-1,
	0,
	1.5,
	1e300,
	5e-324,
	Number.NaN,
	true,
	[],
	{},
	[null],
	{a: null},
];

type Path = readonly (string | number)[];

const pathsOf = (value: unknown, path: Path = []): Path[] =>
	typeof value === 'object' && value !== null
		? [path, ...Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))]
		: [path];

const withValue = (value: unknown, [key, ...rest]: Path, wrong: unknown): unknown => {
	if (key === undefined) return wrong;
	const copy = (Array.isArray(value) ? [...value] : {...(value as object)}) as Record<
		string | number,
		unknown
	>;
	const next = withValue(copy[key], rest, wrong);
	if (next === undefined) delete copy[key];
	else copy[key] = next;
	return copy;
};

/** The payload again and again, each time with one field removed, emptied or of another type. */
export const fieldFaults = (payload: unknown): unknown[] =>
	pathsOf(payload).flatMap(path => wrongValues.map(wrong => withValue(payload, path, wrong)));

const latestMillis = 8_640_000_000_000_000;

/**
 * What in a value of the model nobody could make sense of, with its place: numbers that are none or
 * negative, and instants that are no dates. Only a health check ends with -1: when it took too long.
 */
export const oddIn = (value: unknown, place = ''): string[] => {
	if (typeof value === 'bigint') return value < 0n ? [`${place}: ${value}`] : [];
	if (typeof value === 'number') {
		const most = place.endsWith('AtMillis') ? latestMillis : Number.MAX_VALUE;
		const least = place.endsWith('lastProbe.exitCode') ? -1 : 0;
		return value >= least && value <= most ? [] : [`${place}: ${value}`];
	}
	return typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([key, item]) => oddIn(item, `${place}.${key}`))
		: [];
};
