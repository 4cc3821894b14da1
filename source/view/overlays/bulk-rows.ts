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
import {plain, styled} from '../widgets/spans.ts';

const widestName = 40;

/** Cells for the names: as much as the longest takes, and never more than leaves room for the rest. */
const nameWidthOf = (rows: readonly PlannedRow[], width: number): number => {
	let widest = 0;
	for (const {name} of rows) widest = Math.max(widest, lineWidth([plain(name)]));
	return Math.max(8, Math.min(widest, widestName, Math.floor(width * 0.45)));
};

/** Name, id and state of each, and why nothing is done to it or what comes before it. */
export const planLines = ({symbols}: View, {rows}: BulkPlan, width: number): readonly Line[] => {
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
			return line.map((span): Span => ({...span, style: {token: 'muted'}}));
		}
		const note = after.length === 0 ? '' : `  after ${after.map(shortWait).join(', ')}`;
		return [...start, plain(state), styled('dim', note)];
	});
};

/** Of the same project, most of the time. */
const shortWait = ({service}: Wait): string => service.replace(/^[^/]*\//, '');

/** What has become of each so far. What failed stands above all else once it is over. */
export const runLines = (view: View, run: BulkRun, width: number): readonly Line[] => {
	const nameWidth = nameWidthOf(run.rows, width);
	return shownRows(run).map(row => [
		plain(' '),
		markOf(row, view.symbols),
		plain(' '),
		...fitLine([plain(row.name)], nameWidth, 'left', view.symbols.ellipsis),
		plain('  '),
		...wordsOf(row, run, view.state.nowMillis),
	]);
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
			const token = hasFailed(row) ? 'err' : outcome?.kind === 'cancelled' ? 'muted' : undefined;
			const words = sayResult(outcome);
			return [token === undefined ? plain(words) : styled(token, words)];
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
