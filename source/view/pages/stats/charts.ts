import {formatBytes} from '../../../format/bytes.ts';
import {loadToken} from '../../../format/load.ts';
import {formatPercent} from '../../../format/percent.ts';
import type {Line} from '../../../format/span.ts';
import {addPasts, type Past, summaryOf} from '../../../model/past.ts';
import type {ContainerUsage} from '../../../model/stats-sample.ts';
import type {ContainerFigure} from '../../../store/history.ts';
import type {ChartId} from '../../../store/stats-state.ts';
import {type Subject, sum} from '../../panes/detail/subject.ts';
import {niceBytes, niceMax} from '../../widgets/chart-panel.ts';
import {bold, labelled, plain, styled} from '../../widgets/spans.ts';
import type {Chart} from './chart-frame.ts';
import type {ChartScope} from './chart-scope.ts';
import {bytes, percent, rate, shownValue, summaryParts, valueSpan} from './figures.ts';

/** One container or several together, and the figures of each that has any. */
export interface Charted {
	readonly subject: Subject;
	readonly usages: readonly ContainerUsage[];
}

export const chartOf = (id: ChartId, scope: ChartScope, charted: Charted): Chart =>
	({cpu, memory, network, disk})[id](scope, charted);

/** Below this share of its limit a figure would be a flat line in a chart up to the limit. */
const leastShare = 0.25;

/** The top of a chart: the limit where the figure comes near it, else what is above the highest value. */
const topFor = (max: number, limit: number | undefined, nice: (value: number) => number): number =>
	limit === undefined || max < limit * leastShare ? nice(max) : max <= limit ? limit : nice(max);

const cpu = (scope: ChartScope, {subject, usages}: Charted): Chart => {
	const past = scope.past(subject.timeline('cpu'));
	const limit = subject.cpuLimit === undefined ? undefined : subject.cpuLimit * 100;
	const top = topFor(summaryOf(past)?.max ?? 0, limit, value => niceMax(value, 1));
	const value = shownValue(scope, past, subject.cpuPercent);
	const share = limit && value !== undefined ? value / limit : undefined;
	const [only] = usages.length === 1 ? usages : [];
	const throttled = only?.throttledPercent;
	const pressure = only?.sample.pressure?.cpuPercent;
	return {
		name: [bold('cpu')],
		note: '100% = 1 core',
		values: [
			[valueSpan(scope, percent(value), share), ...ofLimit(limit, percent)],
			...summaryParts([past], formatPercent),
		],
		facts: [
			...(throttled === undefined ? [] : [fact('throttled', throttled, 1)]),
			...(pressure === undefined ? [] : [fact('pressure', pressure, 10)]),
			...pids(usages),
		],
		plot: {kind: 'area', past, top, limit, tokenAt: at => loadToken((at / (limit ?? top)) * 0.99)},
		label: axisPercent,
	};
};

/** `100`, `2.5`. */
export const axisPercent = (value: number): string =>
	Number.isInteger(value) ? String(value) : value.toFixed(1);

const ofLimit = (limit: number | undefined, format: (value: number) => string): Line => [
	styled('muted', limit === undefined ? ' no limit' : ` of ${format(limit)}`),
];

/** A share of the time, in the colour of a warning where it is worth one. */
const fact = (label: string, share: number, worth: number): Line => [
	styled('muted', `${label} `),
	share >= worth ? styled('warn', percent(share)) : plain(percent(share)),
];

const pids = (usages: readonly ContainerUsage[]): readonly Line[] => {
	const count = sum(usages, ({sample}) => sample.pids);
	return count === undefined ? [] : [labelled('pids', String(count))];
};

const memory = (scope: ChartScope, {subject, usages}: Charted): Chart => {
	const past = scope.past(subject.timeline('memory'));
	const {memoryLimitBytes: limit} = subject;
	const top = topFor(summaryOf(past)?.max ?? 0, limit, value => niceBytes(value, 1024 * 1024));
	const value = shownValue(scope, past, subject.memoryUsedBytes);
	const share = limit && value !== undefined ? value / limit : undefined;
	const part: Line =
		share === undefined ? [] : [styled('muted', ` (${formatPercent(share * 100)}%)`)];
	const total = (of: (usage: ContainerUsage) => number | undefined) => sum(usages, of);
	const oomKills = total(({sample}) => sample.oomKills);
	const known = (label: string, amount: number | undefined): readonly Line[] =>
		amount === undefined ? [] : [labelled(label, bytes(amount))];
	return {
		name: [bold('memory')],
		values: [
			[valueSpan(scope, bytes(value), share), ...ofLimit(limit, bytes), ...part],
			...summaryParts([past], bytes),
		],
		facts: [
			...known(
				'anon',
				total(({sample}) => sample.memoryAnonBytes),
			),
			...known(
				'file',
				total(({sample}) => sample.memoryFileBytes),
			),
			...known(
				'swap',
				total(({sample}) => sample.memorySwapBytes),
			),
			...(oomKills === undefined ? [] : [troubles('oom', oomKills)]),
			...known('cache', subject.memoryCacheBytes),
		],
		plot: {
			...{kind: 'area', past, top, limit},
			tokenAt: at => (limit === undefined ? 'info' : loadToken((at / limit) * 0.99)),
		},
		label: formatBytes,
	};
};

/** A number that should be 0. */
const troubles = (label: string, count: number): Line => [
	styled('muted', `${label} `),
	count > 0 ? styled('err', String(count)) : plain('0'),
];

const network = (scope: ChartScope, charted: Charted): Chart => {
	const {netRxPerSecond, netTxPerSecond} = charted.subject;
	const {rx, tx} = scope.view.symbols;
	const errors = sum(charted.usages, ({sample}) => sample.netErrors);
	const drops = sum(charted.usages, ({sample}) => sample.netDrops);
	return rates(scope, charted, {
		...{name: 'net', up: 'rx', down: 'tx', signs: [rx, tx]},
		facts: [
			...(errors === undefined ? [] : [troubles('err', errors)]),
			...(drops === undefined ? [] : [troubles('drop', drops)]),
		],
		now: [netRxPerSecond, netTxPerSecond],
		totals: [
			sum(charted.usages, ({sample}) => sample.netRxBytes),
			sum(charted.usages, ({sample}) => sample.netTxBytes),
		],
	});
};

const disk = (scope: ChartScope, charted: Charted): Chart => {
	const {blockReadPerSecond, blockWritePerSecond} = charted.subject;
	return rates(scope, charted, {
		...{name: 'block io', up: 'read', down: 'write', signs: ['r', 'w']},
		now: [blockReadPerSecond, blockWritePerSecond],
		totals: [
			sum(charted.usages, ({sample}) => sample.blockReadBytes),
			sum(charted.usages, ({sample}) => sample.blockWriteBytes),
		],
	});
};

interface Directions {
	readonly name: string;
	readonly up: ContainerFigure;
	readonly down: ContainerFigure;
	readonly signs: readonly [string, string];
	readonly now: readonly [number | undefined, number | undefined];
	readonly facts?: readonly Line[];
	/** Since the containers started. */
	readonly totals: readonly [number | undefined, number | undefined];
}

const leastRate = 1024;

const rates = (
	scope: ChartScope,
	{subject}: Charted,
	{name, up, down, signs, now, totals, facts = []}: Directions,
): Chart => {
	const pasts = [up, down].map(figure => scope.past(subject.timeline(figure)));
	const [upper, lower] = pasts as [Past, Past];
	const colours = ['info', 'ok'] as const;
	const value = (index: 0 | 1): Line => [
		styled(colours[index], `${signs[index]} `),
		valueSpan(scope, rate(shownValue(scope, pasts[index] as Past, now[index]))),
	];
	const topOf = (...shown: readonly Past[]): number =>
		niceBytes(Math.max(...shown.map(past => summaryOf(past)?.max ?? 0)), leastRate);
	const both = addPasts(upper, lower);
	const total = totals.map(bytes).join('/');
	return {
		name: [bold(name)],
		values: [
			[...value(0), plain('  '), ...value(1)],
			...(totals.every(each => each === undefined) ? [] : [labelled('total', total)]),
		],
		facts: [...facts, ...summaryParts(pasts, bytes)],
		plot: {kind: 'mirror', up: upper, down: lower, top: topOf(upper, lower)},
		smallPlot: {kind: 'area', past: both, top: topOf(both), tokenAt: () => 'info'},
		label: formatBytes,
		signs,
	};
};
