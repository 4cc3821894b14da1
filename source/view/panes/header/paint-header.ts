import {formatBytes} from '../../../format/bytes.ts';
import {sparkline} from '../../../format/chart.ts';
import {formatClock} from '../../../format/clock.ts';
import {lineWidth} from '../../../format/line.ts';
import {loadToken} from '../../../format/load.ts';
import type {Line, Span} from '../../../format/span.ts';
import {resample} from '../../../model/resample.ts';
import type {View} from '../../view.ts';
import {loadBar} from '../../widgets/load-bar.ts';
import {bold, plain, sides, styled} from '../../widgets/spans.ts';
import type {Counts} from './counts.ts';
import {countContainers, countSpans} from './counts.ts';

/** First line of the screen: which engine, from where, and what its machine does. */
export const paintHeader = (view: View, width: number): readonly Line[] => {
	const right = rightPart(view, countContainers(view.state), width);
	const room = width - lineWidth(right) - 1;
	const left = dropToFit(leftParts(view), room);
	return [sides(left, [...right, plain(' ')], width, view.symbols.ellipsis)];
};

/** Second line on small screens: how many of what, sorted and filtered by what. */
export const paintSummary = (view: View, width: number): readonly Line[] => {
	const {list} = view.state;
	const arrow = list.sort.descending ? view.symbols.sortDown : view.symbols.sortUp;
	const right: Line = [
		...filterChip(view),
		styled('muted', 'sort '),
		plain(`${list.sort.field} ${arrow} `),
	];
	const words = view.size === 'XS' ? 'signs' : 'words';
	const left: Line = [plain(' '), ...countSpans(countContainers(view.state), view.symbols, words)];
	return [sides(left, right, width, view.symbols.ellipsis)];
};

/** What restricts the list; nothing when all is shown. */
export const filterChip = (view: View): Line => {
	const {filter, showsStopped} = view.state.list;
	const chips: Span[] = [];
	if (!showsStopped) chips.push(styled('pause', 'running only'), plain('  '));
	if (filter.problem !== undefined)
		chips.push(styled('err', `filter: ${filter.problem}`), plain('  '));
	else if (filter.text !== '') {
		chips.push(styled('pause', `filter: ${filter.text}`), plain('  '));
	}
	return chips;
};

/** In order of importance; each part that does not fit is left out with all after it. */
const leftParts = (view: View): readonly Line[] => {
	const {endpoint, engine, host} = view.state;
	const {symbols, size} = view;
	const badge: Line = endpoint.isDemo
		? [styled('warn', ' DEMO ', {reverse: true}), plain(' ')]
		: [];
	const name = endpoint.context ?? engine?.name ?? endpoint.url;
	const first: Line = [
		bold(' dockmon '),
		styled('muted', `${symbols.closed} `),
		...badge,
		styled('accent', name),
		plain('  '),
	];
	const version: Line = engine
		? [plain(`docker ${shortVersion(engine.version) ?? symbols.unknown}  `)]
		: [];
	const cpus = host?.cpus ?? engine?.cpus;
	if (size === 'XS') return [first];
	if (size === 'S') return [first, version, cpus === undefined ? [] : [plain(`${cpus}cpu  `)]];
	const memory = formatBytes(host?.memoryTotalBytes ?? engine?.memoryTotalBytes);
	const origin = endpoint.source === 'default socket' ? '' : `, ${endpoint.source}`;
	const where: Line = endpoint.isDemo ? [] : [styled('muted', `(${endpoint.url}${origin})  `)];
	const api: Line = engine ? [styled('muted', `api ${engine.apiVersion}  `)] : [];
	const machine: Line = [plain(`${cpus ?? symbols.unknown} cpu ${memory}  `)];
	const system: Line = engine?.operatingSystem
		? [styled('muted', `${engine.operatingSystem}  `)]
		: [];
	return [first, where, version, api, machine, system];
};

/** Without what a distribution appends: `20.10.24+dfsg1` is 20.10.24. */
const shortVersion = (version: string | undefined): string | undefined => version?.split(/[+~]/)[0];

const dropToFit = (parts: readonly Line[], room: number): Line => {
	const kept: Span[] = [];
	let used = 0;
	for (const part of parts) {
		const size = lineWidth(part);
		if (kept.length > 0 && used + size > room) break;
		kept.push(...part);
		used += size;
	}
	return kept;
};

/** Large screens have charts for the machine, so its figures are in the line only on small ones. */
const rightPart = (view: View, counts: Counts, width: number): Line => {
	const {state, size, symbols} = view;
	if (size === 'M' || size === 'L') {
		const clock = formatClock(state.nowMillis, {offsetMinutes: view.zoneOffsetMinutes});
		const inWords = countSpans(counts, symbols, 'words');
		const isRoomy = lineWidth(inWords) <= width / 2;
		return [
			...(isRoomy ? inWords : countSpans(counts, symbols, 'signs')),
			styled('muted', `  ${clock}`),
		];
	}
	const cpu = state.host?.cpuPercent;
	const used = state.host?.memoryUsedBytes;
	const total = state.host?.memoryTotalBytes ?? state.engine?.memoryTotalBytes;
	const share = used !== undefined && total ? used / total : undefined;
	const percent = cpu === undefined ? symbols.unknown : `${Math.round(cpu)}%`;
	if (size === 'XS') {
		const memory = share === undefined ? symbols.unknown : `${Math.round(share * 100)}%`;
		return [styled('muted', 'cpu '), plain(percent), styled('muted', ' mem '), plain(memory)];
	}
	const values = resample(view.history.host('cpu').read(state.nowMillis, 64), 8);
	return [
		styled('muted', 'cpu '),
		styled(loadToken((cpu ?? 0) / 100), sparkline(values, 8, 100, symbols)),
		plain(` ${percent.padStart(4)}  `),
		styled('muted', 'mem '),
		...loadBar(share, 8, symbols),
		plain(` ${formatBytes(used)}/${formatBytes(total)}`),
	];
};
