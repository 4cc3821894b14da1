import {formatSeconds} from '../../format/duration.ts';
import {fitLine, lineWidth} from '../../format/line.ts';
import type {Line, Span} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import {outcomeLevel} from '../../model/act/action-outcome.ts';
import type {Wait} from '../../model/attention/dependencies.ts';
import {awaitedBy, isEndAwaited} from '../../store/act/bulk-next.ts';
import type {BulkPlan, BulkRow, BulkRun, PlannedRow} from '../../store/act/bulk-state.ts';
import {countBulk, hasFailed, isUnderWay} from '../../store/act/bulk-state.ts';
import {sayResult} from '../../store/act/say-bulk.ts';
import {underWay} from '../task-word.ts';
import type {View} from '../view.ts';
import {plain, shorten, styled} from '../widgets/spans.ts';
import {wrapWords} from '../widgets/wrap.ts';

const widestName = 40;

/** Cells for the names: as much as the longest takes, and never more than leaves room for the rest. */
const nameWidthOf = (rows: readonly PlannedRow[], width: number): number => {
	let widest = 0;
	for (const {name} of rows) widest = Math.max(widest, lineWidth([plain(name)]));
	return Math.max(8, Math.min(widest, widestName, Math.floor(width * 0.45)));
};

/** Name, id and state of each, and why nothing is done to it or what comes before it. */
export const planLines = ({symbols}: View, plan: BulkPlan, width: number): readonly Line[] => {
	if (latest?.plan !== plan || latest.symbols !== symbols || latest.width !== width) {
		latest = {plan, symbols, width, lines: linesOf(plan, symbols, width)};
	}
	return latest.lines;
};

let latest:
	| {
			readonly plan: BulkPlan;
			readonly symbols: Symbols;
			readonly width: number;
			readonly lines: readonly Line[];
	  }
	| undefined;

const linesOf = ({rows}: BulkPlan, symbols: Symbols, width: number): readonly Line[] => {
	const nameWidth = nameWidthOf(rows, width);
	const hasWaves = rows.some(({wave}) => wave > 0);
	return rows.map(row => {
		const {name, id, state, skipped, after, wave} = row;
		const place = hasWaves ? `${String(wave + 1).padStart(2)} ` : '';
		const start: Line = [
			styled('dim', ` ${skipped === undefined ? place : ' '.repeat(place.length)}`),
			...fitLine([plain(name)], nameWidth, 'left', symbols.ellipsis),
			plain(`  ${id}  `),
		];
		if (skipped !== undefined) {
			const line = [...start, plain(`${state}: left out, it ${skipped}`)];
			const muted = line.map((span): Span => ({...span, style: {token: 'muted'}}));
			return shorten(muted, width - 1, symbols.ellipsis);
		}
		const note = after.length === 0 ? '' : `  after ${after.map(shortWait).join(', ')}`;
		const line = [...start, plain(state), styled('dim', note)];
		return shorten(line, width - 1, symbols.ellipsis);
	});
};

/** Of the same project, most of the time. */
const shortWait = ({service}: Wait): string => service.replace(/^[^/]*\//, '');

/** What has become of each so far. What failed stands above all else once it is over. */
export const runLines = (view: View, run: BulkRun, width: number): readonly Line[] => {
	const nameWidth = nameWidthOf(run.rows, width);
	return shownRows(run).flatMap(row => {
		if (!isStill(row)) return rowLines(view, row, {run, nameWidth, width});
		const before = stillLines.get(row);
		const isSame = before?.symbols === view.symbols && before.nameWidth === nameWidth;
		if (isSame && before.width === width) return before.lines;
		const lines = rowLines(view, row, {run, nameWidth, width});
		stillLines.set(row, {symbols: view.symbols, nameWidth, width, lines});
		return lines;
	});
};

/** There may be a thousand, and most of them say what they said before. */
const isStill = ({status, after}: BulkRow): boolean =>
	status === 'ended' || (status === 'waiting' && after.length === 0);

const stillLines = new WeakMap<
	BulkRow,
	{
		readonly symbols: Symbols;
		readonly nameWidth: number;
		readonly width: number;
		readonly lines: readonly Line[];
	}
>();

interface RowPlace {
	readonly run: BulkRun;
	readonly nameWidth: number;
	readonly width: number;
}

/** One; of what failed as many as its reason needs. */
const rowLines = (
	{symbols, state}: View,
	row: BulkRow,
	{run, nameWidth, width}: RowPlace,
): readonly Line[] => {
	const start: Line = [
		plain(' '),
		markOf(row, symbols),
		plain(' '),
		...fitLine([plain(row.name)], nameWidth, 'left', symbols.ellipsis),
		plain('  '),
	];
	const indent = lineWidth(start);
	if (hasFailed(row)) {
		return wrapWords(sayResult(row.outcome), Math.max(1, width - indent - 1)).map((part, at) => [
			...(at === 0 ? start : [plain(' '.repeat(indent))]),
			styled('err', part),
		]);
	}
	const words = wordsOf(row, run, state.nowMillis);
	return [shorten([...start, ...words], width - 1, symbols.ellipsis)];
};

const shownRows = (run: BulkRun): readonly BulkRow[] => {
	if (isUnderWay(run) || countBulk(run).failed === 0) return run.rows;
	return [...run.rows.filter(hasFailed), ...run.rows.filter(row => !hasFailed(row))];
};

const markOf = ({status, outcome}: BulkRow, symbols: Symbols): Span => {
	switch (status) {
		case 'waiting':
			return styled('dim', symbols.noHealth);
		case 'running':
			return styled('warn', symbols.restarting);
		case 'settling':
			return styled('warn', symbols.starting);
		case 'ended':
			if (outcome === undefined || outcome.kind === 'cancelled') {
				return styled('muted', symbols.unknown);
			}
			return outcomeLevel(outcome) === 'error'
				? styled('err', symbols.failed)
				: styled('ok', symbols.healthy);
	}
};

const wordsOf = (row: BulkRow, run: BulkRun, nowMillis: number): Line => {
	const {status, outcome, skipped, state, sinceMillis = nowMillis} = row;
	if (skipped !== undefined) return [styled('muted', `${state}: left out, it ${skipped}`)];
	const since = formatSeconds(nowMillis - sinceMillis);
	switch (status) {
		case 'waiting':
			return [styled('dim', waitWords(awaitedBy(row, run)))];
		case 'running':
			return [styled('warn', `${underWay[run.action.verb]} ${since}`)];
		case 'settling':
			return [
				styled('warn', `${isEndAwaited(row, run) ? 'runs' : 'checking its health'} ${since}`),
			];
		case 'ended': {
			const words = sayResult(outcome);
			return [outcome?.kind === 'cancelled' ? styled('muted', words) : plain(words)];
		}
	}
};

const waitWords = (wait: Wait | undefined): string => {
	switch (wait?.condition) {
		case undefined:
			return 'waits for its turn';
		case 'service_started':
			return `waits for ${wait.service}`;
		case 'service_healthy':
			return `waits for ${wait.service} to be healthy`;
		case 'service_completed_successfully':
			return `waits for ${wait.service} to end with 0`;
	}
};

const barWidth = 20;

/** `████████············ 5 of 12, 1 failed, 4 under way` */
export const progressLine = ({symbols}: View, run: BulkRun, width: number): Line => {
	const {all, ended, done, failed, cancelled} = countBulk(run);
	const cells =
		width < 3 * barWidth ? 0 : all === 0 ? barWidth : Math.floor((barWidth * ended) / all);
	const full = symbols.barParts.at(-1) ?? '';
	const bar: Line =
		width < 3 * barWidth
			? [plain(' ')]
			: [
					plain(' '),
					styled(failed > 0 ? 'warn' : 'ok', full.repeat(cells)),
					styled('dim', symbols.barEmpty.repeat(barWidth - cells)),
					plain('  '),
				];
	const busy = run.rows.filter(({status}) => status === 'running' || status === 'settling').length;
	return [
		...bar,
		plain(`${done} of ${all} done`),
		...(failed === 0 ? [] : [plain(', '), styled('err', `${failed} failed`)]),
		...(cancelled === 0 ? [] : [styled('muted', `, ${cancelled} cancelled`)]),
		...(busy === 0 ? [] : [styled('warn', `, ${busy} under way`)]),
	];
};
