import {fitLine} from '../../../format/line.ts';
import type {Line, Span} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import type {Container} from '../../../model/container.ts';
import {figureOf} from '../../../model/figures.ts';
import {hasSameItems} from '../../../model/same.ts';
import type {ContainerUsage} from '../../../model/stats-sample.ts';
import type {HeadingRow} from '../../../store/select-rows.ts';
import {isUsageStale} from '../../../store/select-stale.ts';
import type {State} from '../../../store/state.ts';
import type {View} from '../../view.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {markCells, type PlacedColumn} from './chosen-columns.ts';
import {selectionMark} from './container-line.ts';

/** Where figures stand further left there is no room for a heading beside them. */
const leastName = 12;

/** A heading as it was drawn last, and what it was drawn of. */
interface DrawnHeading extends HeadingLook {
	readonly line: Line;
}

interface HeadingLook {
	readonly plan: readonly PlacedColumn[];
	readonly symbols: Symbols;
	readonly marked: ReadonlySet<unknown>;
	readonly isSelected: boolean;
	readonly isOld: boolean;
	readonly texts: readonly string[];
}

const drawn = new WeakMap<HeadingRow, DrawnHeading>();

/** The line of a heading; the same while it says the same. */
export const headingLine = (view: View, row: HeadingRow, plan: readonly PlacedColumn[]): Line => {
	const {list} = view.state;
	const totals = totalsOf(view.state, row, plan);
	const look = {
		...{plan, symbols: view.symbols, marked: list.marked, isSelected: row.id === list.selected},
		...{isOld: isAnyOld(view.state, row), texts: totals.map(({text}) => text)},
	};
	const known = drawn.get(row);
	if (known !== undefined && isSameHeading(known, look)) return known.line;
	const line = drawHeading(view, row, totals, look.isOld);
	drawn.set(row, {...look, line});
	return line;
};

const isSameHeading = (some: HeadingLook, other: HeadingLook): boolean =>
	some.plan === other.plan &&
	some.symbols === other.symbols &&
	some.marked === other.marked &&
	some.isSelected === other.isSelected &&
	some.isOld === other.isOld &&
	hasSameItems(some.texts, other.texts);

const isAnyOld = (state: State, {measured}: HeadingRow): boolean => {
	for (const key of measured) if (isUsageStale(state, state.usages.get(key))) return true;
	return false;
};

/** The name over the columns up to the figures; the totals under the columns they add up. */
const drawHeading = (
	view: View,
	row: HeadingRow,
	totals: readonly Total[],
	isOld: boolean,
): Line => {
	const {symbols} = view;
	const fold = row.isFolded ? symbols.closed : symbols.open;
	const indent = row.kind === 'service' ? '  ' : '';
	const name: Line = [
		selectionMark(view, row),
		styled('accent', `${indent}${fold} `),
		{text: row.name, style: {bold: true}},
		styled(row.isWell ? 'muted' : 'warn', `  ${row.running}/${row.keys.length} up`),
		...markedCount(view, row),
	];
	const line: Span[] = [];
	let column = 0;
	const put = (left: number, width: number, cell: Line, align: 'left' | 'right'): void => {
		line.push(plain(' '.repeat(Math.max(0, left - column))));
		line.push(...fitLine(cell, width, align, symbols.ellipsis));
		column = left + width;
	};
	put(0, markCells + (totals[0]?.placed.left ?? 0) - 1, name, 'left');
	for (const {placed, text} of totals) {
		const {left, width, align} = placed;
		put(markCells + left, width, [styled(isOld ? 'dim' : 'muted', text)], align);
	}
	return line;
};

/** How many of its containers are marked; those of a closed heading are not seen. */
const markedCount = ({state, symbols}: View, {keys}: HeadingRow): Line => {
	const {marked} = state.list;
	if (marked.size === 0) return [];
	const count = keys.filter(key => marked.has(key)).length;
	return count === 0 ? [] : [styled('pause', `  ${symbols.marked}${count}`, {bold: true})];
};

/** Under a column that can be added up, where it stands beside the name. */
interface Total {
	readonly placed: PlacedColumn;
	/** Unknown where no container has a figure. */
	readonly text: string;
}

const totalsOf = (
	state: State,
	{measured}: HeadingRow,
	plan: readonly PlacedColumn[],
): readonly Total[] => {
	const usages = state.list.frozen?.usages ?? state.usages;
	const known: {readonly container: Container; readonly usage: ContainerUsage | undefined}[] = [];
	for (const key of measured) {
		const container = state.containers.byKey.get(key);
		if (container !== undefined) known.push({container, usage: usages.get(key)});
	}
	const totals: Total[] = [];
	for (const placed of plan) {
		const {total, sort} = placed.column;
		if (total === undefined || sort === undefined || placed.left < leastName) continue;
		const {read} = figureOf(sort);
		let sum: number | undefined;
		for (const {container, usage} of known) {
			const value = read(container, usage);
			if (typeof value === 'number') sum = (sum ?? 0) + value;
		}
		totals.push({placed, text: total(sum)});
	}
	return totals;
};
