const wrongValues: readonly unknown[] = [
	undefined,
	null,
	'',
	'text',
	-1,
	0,
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

/** Every number that is in a value, however deep. */
export const numbersIn = (value: unknown): number[] => {
	if (typeof value === 'number') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
};
