import {type Box, escapeXml, type Panel, renderPanel, type Series, stepOf} from './chart.ts';
import type {SoakPlan} from './plan.ts';
import type {HomeCount, SoakRecord, Tick} from './record.ts';

const width = 960;
const left = 70;
const right = 24;
const top = 96;
const gap = 66;
const bottom = 52;
const fontFamily = 'DejaVu Sans Mono, monospace';
const colors = {
	blue: '#0969da',
	green: '#1a7f37',
	orange: '#bc4c00',
	purple: '#8250df',
	grey: '#57606a',
} as const;

/** What was measured over time, in minutes since the start: memory, what is held, CPU. */
export const plotSoak = (record: SoakRecord, plan: SoakPlan, description: string): string => {
	const panels = panelsOf(record, plan);
	const boxes: Box[] = [];
	let y = top;
	for (const {height} of panels) {
		boxes.push({x: left, y, width: width - left - right, height});
		y += height + gap;
	}
	const foot = y - gap;
	const seconds = Math.max(plan.seconds, record.ticks.at(-1)?.atSeconds ?? 0);
	const toX = (atSeconds: number): number => left + (atSeconds / seconds) * (width - left - right);
	const height = foot + bottom;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" font-size="12">
<title>Memory, what is held, open files and CPU of dockmon over ${formatMinutes(seconds)}</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="${left}" y="26" font-size="15" font-weight="bold" fill="#24292f">dockmon for ${formatMinutes(seconds)}: ${record.containers} containers, ${plan.linesPerSecond} log lines/s, ${record.replaced} replaced</text>
<text x="${left}" y="46" fill="#57606a">${escapeXml(description)}</text>
${boxes.map(box => shared(record, plan, box, toX)).join('\n')}
${panels.map((panel, index) => renderPanel(panel, boxes[index] ?? noBox, toX)).join('\n')}
${timeAxis(seconds, foot, toX)}
</svg>
`;
};

const noBox: Box = {x: 0, y: 0, width: 0, height: 0};

const formatMinutes = (seconds: number): string =>
	seconds < 300 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;

/** Behind a panel: the warm-up, and when the daemon was away. */
const shared = (
	{restarts}: SoakRecord,
	{warmUpSeconds}: SoakPlan,
	{y, height}: Box,
	toX: (atSeconds: number) => number,
): string => {
	const warmWidth = toX(warmUpSeconds) - left;
	const warmUp =
		`<rect x="${left}" y="${y}" width="${warmWidth.toFixed(1)}" height="${height}" fill="#f6f8fa"/>` +
		`<text x="${left + 6}" y="${y + 16}" fill="#6e7781">warm-up</text>`;
	const marks = restarts.map(({signal, atSeconds}) => {
		const x = toX(atSeconds).toFixed(1);
		return (
			`<line x1="${x}" x2="${x}" y1="${y}" y2="${y + height}" stroke="#8250df" stroke-dasharray="2 3"/>` +
			`<text x="${toX(atSeconds) + 5}" y="${y + 16}" fill="#8250df">daemon: ${signal}</text>`
		);
	});
	return [warmUp, ...marks].join('\n');
};

const timeAxis = (seconds: number, y: number, toX: (atSeconds: number) => number): string => {
	const [unit, name] = seconds < 300 ? [1, 'seconds'] : [60, 'minutes'];
	const step = stepOf(seconds / unit, 12);
	const marks: string[] = [];
	for (let at = 0; at * unit <= seconds; at += step) {
		const x = toX(at * unit).toFixed(1);
		marks.push(
			`<line x1="${x}" x2="${x}" y1="${y}" y2="${y + 5}" stroke="#6e7781"/><text x="${x}" y="${y + 20}" text-anchor="middle" fill="#6e7781">${at}</text>`,
		);
	}
	const middle = toX(seconds / 2).toFixed(1);
	return `${marks.join('\n')}\n<text x="${middle}" y="${y + 38}" text-anchor="middle" fill="#24292f">${name} since the start</text>`;
};

const panelsOf = (
	{ticks, counts}: SoakRecord,
	{limits}: SoakPlan,
): ReadonlyArray<Panel & {readonly height: number}> => {
	const line = (name: string, color: string, of: (tick: Tick) => number | undefined): Series => ({
		...{name, color, dots: false},
		points: ticks.flatMap(tick => {
			const value = of(tick);
			return value === undefined ? [] : [[tick.atSeconds, value] as const];
		}),
	});
	const dots = (name: string, color: string, of: (count: HomeCount) => number): Series => ({
		...{name, color, dots: true},
		points: counts.map(count => [count.atSeconds, of(count)] as const),
	});
	const megabytes = (bytes: number): number => bytes / 1e6;
	const most = megabytes(limits.residentBytes);
	return [
		{
			title: 'memory, MB',
			height: 240,
			limit: {y: most, text: `P1: resident at most ${most} MB`},
			series: [
				line('resident', colors.blue, ({residentBytes}) => megabytes(residentBytes)),
				line('heap', colors.grey, ({memory}) => memory && megabytes(memory.heapUsed)),
				dots('in use, after collection', colors.green, ({liveBytes}) => megabytes(liveBytes)),
			],
		},
		{
			title: 'held, counted at the list',
			height: 150,
			series: [
				dots('open files', colors.blue, ({files}) => files),
				dots('listeners', colors.orange, ({listeners}) => listeners),
				dots('threads', colors.grey, ({threads}) => threads),
				dots('timers', colors.purple, ({timers}) => timers),
			],
		},
		{
			title: 'open, whatever is on the screen',
			height: 110,
			series: [
				line('files', colors.blue, ({files}) => files),
				line('sockets', colors.grey, ({sockets}) => sockets),
			],
		},
		{
			title: 'CPU, % of a core',
			height: 110,
			series: [line('dockmon', colors.green, ({cpuPercent}) => cpuPercent)],
		},
	];
};
