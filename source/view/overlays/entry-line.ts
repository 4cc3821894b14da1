import type {Entry} from '../../commands/palette/entry.ts';
import {whyNot} from '../../commands/palette/run-entry.ts';
import {fitLine, lineWidth} from '../../format/line.ts';
import {isPlain} from '../../format/sanitise.ts';
import type {Line, Span} from '../../format/span.ts';
import {type FuzzyPattern, fuzzyPlaces, fuzzyText} from '../../model/fuzzy.ts';
import {shortId} from '../../model/ids.ts';
import {selectedRow} from '../../store/select-target.ts';
import {rowTitle} from '../panes/detail/subject.ts';
import {healthMark, stateMark} from '../panes/list/marks.ts';
import type {View} from '../view.ts';
import {keyName} from '../widgets/key-name.ts';
import {plain, shorten, sides, styled} from '../widgets/spans.ts';

interface Look {
	readonly isChosen: boolean;
	/** There is no room to name what commands would be done to. */
	readonly isTargetHidden: boolean;
	readonly pattern: FuzzyPattern;
	readonly width: number;
}

const keyCells = 8;
const kindCells = 11;
/** With less room the kind is left out, and the sign before the name has to do. */
const leastForKind = 56;
const leastForBoth = 90;

/** `▌● shop/api                  r  container`; what cannot be done is weak and says why. */
export const entryLine = (
	view: View,
	entry: Entry,
	{isChosen, isTargetHidden, pattern, width}: Look,
): Line => {
	const {symbols} = view;
	const reason = whyNot(entry, {...view, isTargetHidden});
	const kind = styled('muted', `  ${kindOf(entry)}`.padEnd(kindCells + 2));
	const right: Line = [
		...fitLine(keySpans(view, entry), keyCells, 'right'),
		// Where room is short, why not is worth more than what kind it is.
		...(width < (reason === undefined ? leastForKind : leastForBoth) ? [] : [kind]),
		plain(' '),
	];
	const title =
		reason === undefined ? titleSpans(entry.title, pattern) : [styled('muted', entry.title)];
	const left: Line = [
		isChosen ? styled('accent', symbols.selected, {bold: true}) : plain(' '),
		...signSpans(view, entry),
		...shorten(title, Math.max(8, width - lineWidth(right) - signCells - 2), symbols.ellipsis),
		...(reason === undefined ? [] : [styled('muted', `  ${reason}`, {italic: true})]),
	];
	const line = sides(left, right, width, symbols.ellipsis);
	return isChosen ? line.map(span => ({...span, isSelected: true})) : line;
};

const signCells = 4;

const signSpans = ({state, symbols}: View, entry: Entry): Line => {
	const container = entry.kind === 'container' ? state.containers.byKey.get(entry.key) : undefined;
	if (container !== undefined) {
		// As in the list.
		return [stateMark(container, symbols), plain(' '), healthMark(container, symbols), plain(' ')];
	}
	if (entry.kind === 'group') return [styled('accent', symbols.open), plain('   ')];
	if (entry.kind === 'command') return [plain('    ')];
	return [styled('accent', symbols.closed), plain('   ')];
};

const kindOf = (entry: Entry): string => {
	if (entry.kind === 'group') return entry.group.kind;
	return entry.kind === 'view' ? 'screen' : entry.kind;
};

const keySpans = ({symbols}: View, entry: Entry): Line => {
	const chord =
		entry.kind === 'command' || entry.kind === 'view' ? entry.command.keys[0] : undefined;
	return chord === undefined ? [] : [styled('info', keyName(chord, symbols), {bold: true})];
};

/** The letters that were found are bold; of foreign text only where each letter is one cell of its own. */
const titleSpans = (title: string, pattern: FuzzyPattern): readonly Span[] => {
	const places = isPlain(title) ? fuzzyPlaces(pattern, fuzzyText(title)) : [];
	const spans: Span[] = [];
	let from = 0;
	for (const place of places) {
		if (place > from) spans.push(plain(title.slice(from, place)));
		spans.push(styled('accent', title.slice(place, place + 1), {bold: true}));
		from = place + 1;
	}
	return [...spans, plain(title.slice(from))];
};

/** What Enter does with the chosen entry, or why it does nothing. */
export const entryHint = (view: View, entry: Entry | undefined, width: number): Line => {
	if (entry === undefined) return [];
	const {symbols} = view;
	const reason = whyNot(entry, {...view, isTargetHidden: false});
	const text =
		reason === undefined
			? [styled('muted', hintOf(view, entry))]
			: [styled('warn', `not now: ${reason}`)];
	return [plain(' '), ...shorten(text, width - 2, symbols.ellipsis)];
};

const hintOf = ({state}: View, entry: Entry): string => {
	switch (entry.kind) {
		case 'container': {
			const container = state.containers.byKey.get(entry.key);
			return container === undefined
				? ''
				: `selects it  ${shortId(container.ref.id)}  ${container.status || container.state}  ${container.image}`;
		}
		case 'group':
			return `selects the ${entry.group.kind}`;
		case 'tab':
			return 'opens the tab of the selected row';
		case 'view':
			return 'opens the screen';
		case 'command': {
			const row = entry.command.needsTarget === true ? selectedRow(state) : undefined;
			const target = row === undefined ? '' : `on ${rowTitle(state, row)}  `;
			return `${target}${entry.command.id}`;
		}
	}
};
