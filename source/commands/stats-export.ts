import {type FigureRow, figuresCsv, figuresJson} from '../format/figure-rows.ts';
import {qualifiedName} from '../model/container-facts.ts';
import type {ContainerKey} from '../model/ids.ts';
import {type Past, readPast} from '../model/past.ts';
import type {ContainerFigure} from '../store/history.ts';
import {statsKeys, statsRange} from '../store/select-stats.ts';
import type {CommandContext} from './command.ts';
import type {TakeChoice} from './log-choices.ts';

const figures: readonly ContainerFigure[] = ['cpu', 'memory', 'rx', 'tx', 'read', 'write'];

/** What is kept of the range that is shown, slot by slot, from the first known value to the last. */
const rowsOf = (
	{state, history, nowMillis}: CommandContext,
	key: ContainerKey,
): readonly FigureRow[] => {
	const container = state.containers.byKey.get(key);
	const {millis} = statsRange(state, history);
	const until = state.list.frozen?.atMillis ?? nowMillis;
	const pasts = figures.flatMap((figure): readonly Past[] => {
		const timeline = history.container(key, figure);
		return timeline === undefined ? [] : [readPast(timeline, until, millis)];
	});
	const [first] = pasts;
	if (container === undefined || first === undefined) return [];
	const name = qualifiedName(container);
	const rows = first.means.map((_, index): FigureRow => {
		const [cpu, memory, rx, tx, read, write] = pasts.map(({means}) => means[index]);
		return {
			container: name,
			atMillis: (first.firstSlot + index) * first.slotMillis,
			...{cpuPercent: cpu, memoryBytes: memory},
			...{netRxBytesPerSecond: rx, netTxBytesPerSecond: tx},
			...{blockReadBytesPerSecond: read, blockWriteBytesPerSecond: write},
		};
	});
	const isKnown = ({container: _, atMillis: __, ...values}: FigureRow): boolean =>
		Object.values(values).some(value => value !== undefined);
	return rows.slice(Math.max(0, rows.findIndex(isKnown)), rows.findLastIndex(isKnown) + 1);
};

const exporting =
	(extension: 'csv' | 'json', lines: (rows: readonly FigureRow[]) => readonly string[]) =>
	(context: CommandContext): void => {
		const {state, dispatch, effects, history, nowMillis} = context;
		const keys = statsKeys(state);
		const rows = keys.flatMap(key => rowsOf(context, key));
		if (rows.length === 0) {
			const text = 'export: nothing was measured in this time';
			dispatch({type: 'message/added', level: 'info', text, atMillis: nowMillis});
			return;
		}
		const names = new Set(rows.map(({container}) => container));
		const what = names.size === 1 ? [...names][0] : `${names.size}-containers`;
		const subject = `stats-${what}-${statsRange(state, history).id}`;
		effects.save({subject, extension, lines: lines(rows)});
	};

export const exportChoices: readonly TakeChoice[] = [
	{key: 'c', title: 'the figures of this range, as CSV', take: exporting('csv', figuresCsv)},
	{key: 'j', title: 'the same as JSON', take: exporting('json', figuresJson)},
];
