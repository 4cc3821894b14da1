import {formatCount} from '../../../format/count.ts';
import {lineWidth} from '../../../format/line.ts';
import type {Line, Span, Token} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import type {FileChange, FileChanges} from '../../../model/file-change.ts';
import {type ChangeCounts, type ChangeRow, totalCounts} from '../../../model/tree/change-tree.ts';
import {changedFiles} from '../../../store/detail/select-changes.ts';
import type {View} from '../../view.ts';
import {flow} from '../../widgets/flow.ts';
import {plain, sides, styled} from '../../widgets/spans.ts';
import {foldHit} from './fold-hit.ts';
import {visible} from './inspect-line.ts';
import {ofContainer, ofLoaded, words} from './loaded.ts';
import type {TabBody, TabSpec} from './tab.ts';

/** Files in which the container differs from its image. */
export const changesTab: TabSpec = {
	short: 'Diff',
	needs: ['changes'],
	inputs: ({state}) => [
		...[state.trees, state.detail.find, state.list.selected, state.containers.listed],
		state.connection,
	],
	body: (view, width) =>
		ofContainer(view, width, 'changed files are those of one container: choose one', () =>
			ofLoaded(view, width, 'changes', changes => draw(view, width, changes)),
		),
	hit: (view, _line, _column, item) => foldHit(view, item),
};

const limits = 'without volumes, binds and tmpfs';

const draw = (view: View, width: number, {changes, total}: FileChanges): TabBody => {
	const files = changedFiles(view.state);
	if (files === undefined || changes.length === 0)
		return words(`all files are as the image has them (${limits})`, width);
	const hidden = total - changes.length;
	const more = hidden > 0 ? styled('warn', `${formatCount(hidden)} more are not shown`) : undefined;
	const note = more ?? styled('muted', limits);
	const lines = files.rows.map(row => rowLine(row, width, view.symbols));
	return {
		head: flow([countWords(totalCounts(files.nodes), width), [note]], width).slice(0, 1),
		lines,
		items: [...lines.keys()],
	};
};

const signs: Readonly<Record<FileChange['kind'], readonly [sign: string, token: Token]>> = {
	added: ['+', 'ok'],
	modified: ['~', 'warn'],
	deleted: ['-', 'err'],
};

const kinds = ['added', 'modified', 'deleted'] as const;

/** Without the words where there is no room for them: the signs say the same. */
const countWords = (counts: ChangeCounts, width: number): Line => {
	const said = (isShort: boolean): Line =>
		kinds.flatMap((kind): Line => {
			const [sign, token] = signs[kind];
			const number = `${formatCount(counts[kind])}${isShort ? '' : ` ${kind}`}`;
			return [styled(counts[kind] > 0 ? token : 'muted', `${sign} ${number}`), plain('   ')];
		});
	return lineWidth(said(false)) <= width ? said(false) : said(true);
};

const rowLine = ({node, depth, isOpen}: ChangeRow, width: number, symbols: Symbols): Line => {
	const {kind, children, counts} = node;
	const name = visible(node.name, symbols);
	const isFolder = children.length > 0;
	const fold = isFolder ? (isOpen ? symbols.open : symbols.closed) : ' ';
	const [sign, token] = kind === undefined ? [' ', undefined] : signs[kind];
	// What is modified about a folder is what is in it.
	const isOnTheWay = isFolder && (kind === undefined || kind === 'modified');
	const mark: Span = isOnTheWay || token === undefined ? plain(' ') : styled(token, sign);
	const left: Line = [
		plain('  '.repeat(depth)),
		styled('muted', `${fold} `),
		mark,
		plain(' '),
		isOnTheWay || token === undefined
			? plain(`${name}/`)
			: styled(token, isFolder ? `${name}/` : name),
	];
	return sides(left, isFolder ? countLine(counts) : [], Math.min(width, widest), symbols.ellipsis);
};

/** On a wide screen counts would stand too far from their folder. */
const widest = 100;

const countLine = (counts: ChangeCounts): Line =>
	kinds.flatMap((kind): Line => {
		const count = counts[kind];
		const [sign, token] = signs[kind];
		return count === 0 ? [] : [styled(token, ` ${sign}${formatCount(count)}`)];
	});
