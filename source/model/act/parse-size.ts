const factors: Readonly<Record<string, number>> = {
	b: 1,
	k: 1024,
	m: 1024 ** 2,
	g: 1024 ** 3,
	t: 1024 ** 4,
};

/** Bytes of `512m`, `1.5g` or `1073741824`, as the docker CLI reads them; undefined for anything else. */
export const parseSize = (text: string): number | undefined => {
	const [, figure, unit = 'b'] =
		/^(\d+(?:\.\d+)?) ?([bkmgt])?(?:i?b)?$/.exec(text.trim().toLowerCase()) ?? [];
	const factor = factors[unit];
	return figure === undefined || factor === undefined
		? undefined
		: Math.round(Number(figure) * factor);
};
