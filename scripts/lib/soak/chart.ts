/** A panel of a plot: lines over a common time, with axes that say what they are. SVG text. */

export interface Series {
	readonly name: string;
	readonly color: string;
	/** As a line, or each point by itself on a thin one. */
	readonly dots: boolean;
	readonly points: ReadonlyArray<readonly [x: number, y: number]>;
}

export interface Panel {
	readonly title: string;
	readonly series: readonly Series[];
	/** Drawn as a dashed line, with its words. */
	readonly limit?: {readonly y: number; readonly text: string};
}

export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Between two lines of an axis: a round number, so that there are at most so many. */
export const stepOf = (range: number, mostSteps: number): number => {
	const least = range / mostSteps;
	const power = 10 ** Math.floor(Math.log10(least));
	return ([1, 2, 5, 10].find(factor => factor * power >= least) ?? 10) * power;
};

export const escapeXml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** At most so many points, each the greatest of its stretch: what stands out stays. */
export const thinned = (points: Series['points'], most: number): Series['points'] => {
	const each = Math.ceil(points.length / most);
	if (each <= 1) return points;
	return Array.from({length: Math.ceil(points.length / each)}, (_, index) => {
		const stretch = points.slice(index * each, (index + 1) * each);
		return stretch.reduce((top, point) => (point[1] > top[1] ? point : top));
	});
};

const mostPoints = 240;
const axisSteps = 4;
const ink = {text: '#24292f', weak: '#6e7781', grid: '#d8dee4'} as const;

/** The panel without what all panels have in common: the time. */
export const renderPanel = (
	{title, series, limit}: Panel,
	box: Box,
	toX: (x: number) => number,
): string => {
	const values = series.flatMap(({points}) => points.map(([, y]) => y));
	const top = Math.max(1, ...values, limit?.y ?? 0);
	const step = stepOf(top * 1.05, axisSteps);
	// Room for the words at the top.
	const highest = Math.ceil((top * 1.15) / step) * step;
	const toY = (y: number): number => box.y + box.height - (y / highest) * box.height;
	const ticks = Array.from({length: Math.round(highest / step) + 1}, (_, index) =>
		Number((index * step).toPrecision(6)),
	);
	const grid = ticks.map(
		value =>
			`<line x1="${box.x}" x2="${box.x + box.width}" y1="${fixed(toY(value))}" y2="${fixed(toY(value))}" stroke="${ink.grid}"/>` +
			`<text x="${box.x - 8}" y="${fixed(toY(value) + 4)}" text-anchor="end" fill="${ink.weak}">${value}</text>`,
	);
	return [
		`<text x="${box.x}" y="${box.y - 10}" fill="${ink.text}" font-weight="bold">${escapeXml(title)}</text>`,
		legend(series, box),
		...grid,
		...(limit === undefined ? [] : [limitLine(limit, box, toY(limit.y))]),
		...series.map(each => curve(each, toX, toY)),
	].join('\n');
};

const letterWidth = 7.2;
const legendGap = 34;

/** At the right above the panel. */
const legend = (series: readonly Series[], {x, y, width}: Box): string => {
	let right = x + width;
	const entries = series.toReversed().map(({name, color}) => {
		const from = right - name.length * letterWidth;
		right = from - legendGap;
		return (
			`<line x1="${fixed(from - 22)}" x2="${fixed(from - 6)}" y1="${y - 14}" y2="${y - 14}" stroke="${color}" stroke-width="3"/>` +
			`<text x="${fixed(from)}" y="${y - 10}" fill="${ink.text}">${escapeXml(name)}</text>`
		);
	});
	return entries.join('\n');
};

const limitLine = ({text}: {readonly text: string}, {x, width}: Box, y: number): string =>
	`<line x1="${x}" x2="${x + width}" y1="${fixed(y)}" y2="${fixed(y)}" stroke="#cf222e" stroke-dasharray="6 4"/>` +
	`<text x="${x + width - 4}" y="${fixed(y + 14)}" text-anchor="end" fill="#cf222e">${escapeXml(text)}</text>`;

const curve = (
	{color, dots, points}: Series,
	toX: (x: number) => number,
	toY: (y: number) => number,
): string => {
	const places = thinned(points, mostPoints).map(
		([x, y]) => [fixed(toX(x)), fixed(toY(y))] as const,
	);
	const line = `<polyline fill="none" stroke="${color}" stroke-width="${dots ? 1 : 1.5}" points="${places.map(place => place.join(',')).join(' ')}"/>`;
	if (!dots) return line;
	return (
		line + places.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3" fill="${color}"/>`).join('')
	);
};

const fixed = (value: number): string => `${Math.round(value * 10) / 10}`;
