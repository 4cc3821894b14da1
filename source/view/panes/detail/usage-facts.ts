import {formatBytes} from '../../../format/bytes.ts';
import {formatPercent} from '../../../format/percent.ts';
import type {Line} from '../../../format/span.ts';
import type {ContainerUsage, Pressure} from '../../../model/stats-sample.ts';
import {flow} from '../../widgets/flow.ts';
import {labelled, styled} from '../../widgets/spans.ts';

const originTexts = {cgroup: 'cgroup files', api: 'engine API'};

/** What no column shows: cache, throttling, pressure, and where the figures come from. */
export const usageFacts = (usage: ContainerUsage | undefined, width: number): readonly Line[] => {
	if (usage === undefined) return [];
	const {sample, throttledPercent} = usage;
	const {memoryCacheBytes, oomKills, pressure, origin} = sample;
	return flow(
		[
			...(memoryCacheBytes === undefined ? [] : [labelled('cache', formatBytes(memoryCacheBytes))]),
			...(throttledPercent === undefined ? [] : [throttled(throttledPercent)]),
			...(oomKills ? [[styled('err', `${oomKills} killed for want of memory`)]] : []),
			...(pressure ? [labelled('pressure', pressureText(pressure))] : []),
			labelled('stats', originTexts[origin]),
		],
		width,
	);
};

const throttled = (percent: number): Line => [
	styled('muted', 'throttled '),
	percent >= 1
		? styled('warn', `${formatPercent(percent)}% of the time`)
		: styled('muted', `${formatPercent(percent)}%`),
];

/** Only what somebody waits for; `none` says that it was measured. */
const pressureText = ({cpuPercent, memoryPercent, ioPercent}: Pressure): string => {
	const parts = Object.entries({cpu: cpuPercent, mem: memoryPercent, io: ioPercent});
	const waiting = parts.filter(([, percent]) => percent !== undefined && percent >= 0.05);
	return waiting.length === 0
		? 'none'
		: waiting.map(([name, percent]) => `${name} ${formatPercent(percent)}%`).join(' ');
};
