import {formatBytes} from '../../../format/bytes.ts';
import {sparkline} from '../../../format/chart.ts';
import {fitLine} from '../../../format/line.ts';
import {limitToken, loadToken} from '../../../format/load.ts';
import type {Line, Span} from '../../../format/span.ts';
import {readColumns} from '../../../model/columns.ts';
import {isHostStale} from '../../../store/select-stale.ts';
import type {View} from '../../view.ts';
import {fadeIf} from '../../widgets/fade.ts';
import {loadBar} from '../../widgets/load-bar.ts';
import {plain, styled} from '../../widgets/spans.ts';

interface HostFigures {
	readonly cpuPercent: number | undefined;
	readonly memoryShare: number | undefined;
	readonly usedBytes: number | undefined;
	readonly totalBytes: number | undefined;
}

const hostFigures = ({state}: View): HostFigures => {
	const usedBytes = state.host?.memoryUsedBytes;
	const totalBytes = state.host?.memoryTotalBytes ?? state.engine?.memoryTotalBytes;
	const memoryShare = usedBytes !== undefined && totalBytes ? usedBytes / totalBytes : undefined;
	return {cpuPercent: state.host?.cpuPercent, memoryShare, usedBytes, totalBytes};
};

/** `cpu 34% mem 39%` */
export const hostInWords = (view: View): Line => {
	const {cpuPercent, memoryShare} = hostFigures(view);
	return fadeIf(isHostStale(view.state), [
		styled('muted', 'cpu '),
		share(view, cpuPercent === undefined ? undefined : cpuPercent / 100),
		styled('muted', ' mem '),
		share(view, memoryShare),
	]);
};

/** In the colour of what is wrong with it. */
const share = ({symbols}: View, fraction: number | undefined): Span => {
	const text = fraction === undefined ? symbols.unknown : `${Math.round(fraction * 100)}%`;
	const token = limitToken(fraction);
	return token === undefined ? plain(text) : styled(token, text);
};

const sparkCells = 8;
const sparkMillis = 64_000;

/** With the last minute of the CPU, and the memory in bytes; with a bar of that, and without one. */
export const hostInBars = (view: View): readonly Line[] => {
	const {state, symbols} = view;
	const {cpuPercent, memoryShare, usedBytes, totalBytes} = hostFigures(view);
	const load = cpuPercent === undefined ? undefined : cpuPercent / 100;
	const window = {untilMillis: state.nowMillis, spanMillis: sparkMillis, points: sparkCells};
	const {values} = readColumns(view.history.host('cpu'), window);
	const percent = share(view, load);
	const cpu: Line = [
		styled('muted', 'cpu '),
		...(load === undefined
			? []
			: [styled(loadToken(load), sparkline(values, sparkCells, 100, symbols))]),
		...fitLine([percent], load === undefined ? 1 : 5, 'right'),
		styled('muted', '  mem '),
	];
	const isKnown = usedBytes !== undefined || totalBytes !== undefined;
	const bytes = plain(
		isKnown ? `${formatBytes(usedBytes)}/${formatBytes(totalBytes)}` : symbols.unknown,
	);
	const bar = loadBar(memoryShare, 8, symbols);
	const gap = plain(memoryShare === undefined ? '' : ' ');
	return [
		[...cpu, ...bar, gap, bytes],
		[...cpu, bytes],
	].map(line => fadeIf(isHostStale(state), line));
};
