import {formatCount} from '../../../format/count.ts';
import type {Line, Token} from '../../../format/span.ts';
import type {Json} from '../../../model/json.ts';
import type {DiffRow} from '../../../model/tree/json-diff.ts';
import {type Comparison, comparison} from '../../../store/detail/select-comparison.ts';
import type {State} from '../../../store/state.ts';
import type {View} from '../../view.ts';
import {bold, plain, shorten, styled} from '../../widgets/spans.ts';
import {preview, valueLines, visible} from './inspect-line.ts';
import {itemsOf} from './items-of.ts';
import {ofLoaded, words} from './loaded.ts';
import type {TabBody} from './tab.ts';

/** What differs: `-` as the other one has it, `+` as the selected one does. */
export const comparisonBody = (view: View, width: number): TabBody =>
	ofLoaded(view, width, 'document', () =>
		ofLoaded(view, width, 'other', () => draw(view, width, comparison(view.state))),
	);

const draw = (view: View, width: number, found: Comparison | undefined): TabBody => {
	if (found === undefined) return words('nothing to compare', width);
	const {state} = view;
	const {hidden} = found.counts;
	const isSelf =
		state.trees.against?.kind === 'container' && state.trees.against.key === state.list.selected;
	if (found.rows.length === 0) {
		const own =
			hidden > 0 ? `; ${formatCount(hidden)} values that differ anyway: a shows them` : '';
		return words(
			isSelf
				? 'this is the container it is compared with'
				: `no difference to ${againstName(state)}${own}`,
			width,
		);
	}
	return {
		head: [legend(view, width)],
		...itemsOf(found.rows.map(row => rowLines(view, width, row, found))),
	};
};

const legend = ({state, symbols}: View, width: number): Line =>
	shorten(
		[
			styled('err', '- ', {bold: true}),
			plain(againstName(state)),
			plain('   '),
			styled('ok', '+ ', {bold: true}),
			plain('this container'),
		],
		width,
		symbols.ellipsis,
	);

/** `its image`, or the name of a container; foreign text. */
const againstName = ({trees, containers}: State): string => {
	const {against} = trees;
	if (against === undefined || against.kind === 'image') return 'its image';
	return containers.byKey.get(against.key)?.name ?? 'a container that has gone';
};

/** An item of a list says itself what it is: its number would differ with every item before it. */
const label = (path: string, key: string, value: Json): Line => {
	const isVariable = typeof value === 'string' && value.startsWith(`${key}=`);
	return isVariable || path.endsWith(`[${key}]`) ? [] : [styled('muted', `${key}: `)];
};

const mostLines = 8;

const rowLines = (
	{symbols}: View,
	width: number,
	{node, depth, isOpen}: DiffRow,
	{show}: Comparison,
): readonly Line[] => {
	const {path, key, kind, left, right} = node;
	const indent = plain('  '.repeat(depth));
	if (kind === 'within')
		return [
			[
				indent,
				styled('muted', `${isOpen ? symbols.open : symbols.closed} `),
				bold(visible(key, symbols)),
			],
		];
	const side = (sign: string, token: Token, value: Json): readonly Line[] => {
		const start: Line = [
			indent,
			styled(token, `${sign} `, {bold: true}),
			...label(path, visible(key, symbols), value),
		];
		const inner = preview(path, value, show);
		return inner === ''
			? valueLines({path, key, value, show}, start, {width, most: mostLines, symbols})
			: valueLines({path, key, value: inner, show: textOf}, start, {
					width,
					most: mostLines,
					symbols,
				});
	};
	const [before, after] = [
		left === undefined ? [] : side('-', 'err', left),
		right === undefined ? [] : side('+', 'ok', right),
	];
	const isCovered =
		kind === 'changed' && show(path, key, left ?? null) === show(path, key, right ?? null);
	const note: Line = isCovered ? [styled('warn', '  another secret')] : [];
	return [...before, ...after.slice(0, -1), ...after.slice(-1).map(line => [...line, ...note])];
};

/** What is shown already, secrets covered. */
const textOf = (_path: string, _key: string, value: Json): string => String(value);

export const comparisonParts = (view: View): readonly Line[] => {
	const {state} = view;
	const counts = comparison(state)?.counts;
	return [
		[styled('accent', 'against ', {bold: true}), plain(againstName(state))],
		...(counts === undefined
			? []
			: [
					[plain(`${formatCount(counts.shown)} ${counts.shown === 1 ? 'differs' : 'differ'}`)],
					...(counts.hidden > 0 ? [[styled('muted', `${formatCount(counts.hidden)} hidden`)]] : []),
				]),
	];
};
