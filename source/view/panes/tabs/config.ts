import {formatCount} from '../../../format/count.ts';
import type {Line} from '../../../format/span.ts';
import type {JsonDocument} from '../../../model/json.ts';
import type {JsonRow} from '../../../model/tree/json-tree.ts';
import {type InspectRows, inspectRows} from '../../../store/detail/select-config.ts';
import type {View} from '../../view.ts';
import {plain, shorten, styled} from '../../widgets/spans.ts';
import {comparisonBody, comparisonParts} from './comparison.ts';
import {shownSpans} from './env.ts';
import {foldHit} from './fold-hit.ts';
import {preview, valueLines, visible} from './inspect-line.ts';
import {itemsOf} from './items-of.ts';
import {ofContainer, ofLoaded, words} from './loaded.ts';
import type {TabBody, TabSpec} from './tab.ts';

/** The whole inspect as a tree, or what differs between it and another one. */
export const configTab: TabSpec = {
	fillsWidth: true,
	short: 'Cfg',
	needs: ['document', 'other'],
	inputs: ({state}) => [
		...[state.trees, state.detail.find, state.list.selected, state.containers.listed],
		state.connection,
		state.detail.revealed?.name,
	],
	body: (view, width) =>
		ofContainer(view, width, 'the inspect is that of one container: choose one', () =>
			view.state.trees.against === undefined
				? ofLoaded(view, width, 'document', document => draw(view, width, document))
				: comparisonBody(view, width),
		),
	right: view =>
		view.state.trees.against === undefined ? [shownSpans(view)] : comparisonParts(view),
	hit: (view, _line, _column, item) => foldHit(view, item),
};

const draw = (view: View, width: number, {leftOut}: JsonDocument): TabBody => {
	const inspect = inspectRows(view.state);
	if (inspect === undefined || inspect.rows.length === 0)
		return words('the engine tells nothing of it', width);
	const rows = inspect.rows.map(row => rowLines(view, width, row, inspect));
	const note = `${formatCount(leftOut)} values are too many, too deep or too long to be shown`;
	return {
		...(leftOut > 0 && {head: [[styled('warn', note)]]}),
		...itemsOf(rows),
	};
};

/** Enough for a long command; the whole of what is longer is not for reading. */
const mostLines = 8;

const rowLines = (
	{symbols}: View,
	width: number,
	{path, depth, key, value, size, isOpen}: JsonRow,
	{show}: InspectRows,
): readonly Line[] => {
	const indent = plain('  '.repeat(depth));
	if (size === 0) {
		const start = [indent, plain('  '), styled('muted', `${visible(key, symbols)}: `)];
		return valueLines({path, key, value, show}, start, {width, most: mostLines, symbols});
	}
	const fold = styled('muted', `${isOpen ? symbols.open : symbols.closed} `);
	const heading = [
		indent,
		fold,
		plain(visible(key, symbols)),
		styled('dim', ` ${formatCount(size)}`),
	];
	if (isOpen) return [heading];
	const inner = styled('muted', `  ${visible(preview(path, value, show), symbols)}`);
	return [shorten([...heading, inner], width, symbols.ellipsis)];
};
