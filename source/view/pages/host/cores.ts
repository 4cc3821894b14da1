import {fitLine} from '../../../format/line.ts';
import {loadToken} from '../../../format/load.ts';
import type {Line, Span} from '../../../format/span.ts';
import type {View} from '../../view.ts';
import {loadBar} from '../../widgets/load-bar.ts';
import {plain, styled} from '../../widgets/spans.ts';
import type {Panel} from './panel.ts';

const leastBar = 3;
const figureCells = 5;
const gapCells = 2;

type Percent = number | undefined;

/** A bar for each core, as many as fit; the others as one cell each, whose height and colour is the load. */
export const coresPanel: Panel = {
	title: 'cores',
	right: ({state, symbols}) => {
		const cpus = state.host?.cpus ?? state.engine?.cpus;
		return [plain(cpus === undefined ? symbols.unknown : `${cpus}`)];
	},
	body(view, width, height) {
		const cores = view.state.host?.detail?.coresPercent;
		if (cores === undefined) return [[plain(view.symbols.unknown)]];
		const {shown, columns} = share(cores.length, width, height);
		const rows = Math.ceil(shown / columns);
		const cells = Math.floor((width + gapCells) / columns) - gapCells;
		const bars = Array.from({length: rows}, (_, row) =>
			Array.from({length: columns}, (__, column): Line => {
				const core = column * rows + row;
				const end = column === columns - 1 ? [] : [plain(' '.repeat(gapCells))];
				return core < shown ? [...barOf(view, core, cores[core], cells, cores.length), ...end] : [];
			}).flat(),
		);
		return [...bars, ...heatRows(view, cores, shown, width)];
	},
};

/** How many cores have a bar, in how many columns. */
const share = (
	count: number,
	width: number,
	height: number,
): {readonly shown: number; readonly columns: number} => {
	const label = labelCells(count);
	const most = Math.max(
		1,
		Math.floor((width + gapCells) / (label + leastBar + figureCells + gapCells)),
	);
	const columns = Math.max(1, Math.min(most, Math.ceil(count / Math.max(1, height))));
	if (count <= columns * height) return {shown: count, columns};
	for (let heat = 1; heat < height; heat++) {
		const shown = columns * (height - heat);
		if (count - shown <= heat * heatWidth(count, width)) return {shown, columns};
	}
	return {shown: 0, columns};
};

const labelCells = (count: number): number => String(count - 1).length + 1;

/** In tens, so that they can be counted. */
const heatWidth = (count: number, width: number): number => {
	const room = width - labelCells(count);
	return Math.max(1, room >= 10 ? room - (room % 10) : room);
};

const barOf = (view: View, core: number, percent: Percent, cells: number, count: number): Line => {
	const label = labelCells(count);
	const bar = Math.max(1, cells - label - figureCells);
	const line = [
		styled('muted', `${String(core).padStart(label - 1)} `),
		...fitLine(loadBar(percent === undefined ? undefined : percent / 100, bar, view.symbols), bar),
		plain(`${percentOf(view, percent)}%`.padStart(figureCells)),
	];
	return fitLine(line, cells);
};

const percentOf = ({symbols}: View, percent: Percent): string =>
	percent === undefined ? symbols.unknown : String(Math.round(percent));

const heatRows = (
	view: View,
	cores: readonly Percent[],
	from: number,
	width: number,
): readonly Line[] => {
	const size = heatWidth(cores.length, width);
	const rows = Math.ceil((cores.length - from) / size);
	return Array.from({length: rows}, (_, row): Line => {
		const first = from + row * size;
		const label = String(first).padStart(labelCells(cores.length) - 1);
		return [
			styled('muted', `${label} `),
			...cores.slice(first, first + size).map(percent => heatCell(view, percent)),
		];
	});
};

const heatCell = ({symbols}: View, percent: Percent): Span => {
	if (percent === undefined) return plain(symbols.unknown);
	const {sparks} = symbols;
	const level = Math.min(sparks.length - 1, Math.floor((percent / 100) * sparks.length));
	return styled(loadToken(percent / 100), sparks[level] ?? '');
};
