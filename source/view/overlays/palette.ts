import type {Palette} from '../../commands/palette/find-entries.ts';
import {chosenEntry, type Entries, findEntries} from '../../commands/palette/find-entries.ts';
import {formatCount} from '../../format/count.ts';
import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import {fuzzyPattern} from '../../model/fuzzy.ts';
import type {Rect} from '../canvas/segments.ts';
import type {View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {keyDoes} from '../widgets/key-name.ts';
import {bold, clickable, plain, sides, styled} from '../widgets/spans.ts';
import {windowStart} from '../widgets/window.ts';
import {entryHint, entryLine} from './entry-line.ts';
import {lastCells} from './last-cells.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred} from './overlay-spec.ts';

const widest = 96;
const highest = 20;
/** The text, and the two edges. */
const fixedRows = 3;

/** Room to tell of the chosen entry: what it would be done to, and else nothing is done to it. */
const hasHintRow = ({width, height}: Pick<Rect, 'width' | 'height'>): boolean =>
	height >= 9 && width >= 30;

/** Everything that can be run or gone to, by some letters of its name. */
export const paletteOverlay: OverlaySpec<'palette'> = {
	place: (_view, _overlay, screen) =>
		centred(screen, Math.min(widest, screen.columns - 4), Math.min(highest, screen.rows - 4)),
	cutsTarget: (_palette, size) => !hasHintRow(size),
	hit(view, palette, {y}, size) {
		const {entries, start, room} = windowOf(view, palette, size);
		const entry =
			y >= typedRows && y < typedRows + room ? entries.shown[start + y - typedRows] : undefined;
		if (entry === undefined) return undefined;
		const first = [{type: 'overlay/changed', overlay: {...palette, chosen: entry.id}}] as const;
		// What would act without a question is chosen by a click, and run by a key.
		const acts = view.keymap.byId.get(entry.id.replace(/^command:/, ''))?.acts === true;
		return acts ? {kind: 'dispatch', actions: first} : {kind: 'command', id: 'palette.run', first};
	},
	paint(view, palette, width, height) {
		const {symbols} = view;
		const {entries, chosen, index, start, room} = windowOf(view, palette, {width, height});
		const hasHint = hasHintRow({width, height});
		const isTargetHidden = !hasHint;
		const pattern = fuzzyPattern(palette.text);
		const rows = entries.shown.slice(start, start + room).map(entry =>
			entryLine(view, entry, {
				isTargetHidden,
				isChosen: entry === chosen,
				pattern,
				width: width - 2,
			}),
		);
		const blanks = Array.from({length: Math.max(0, room - rows.length)}, (): Line => []);
		return frame({
			...{width, height, focused: true, symbols},
			title: [bold('palette')],
			right: clickable('palette.close', [
				styled('muted', keyDoes(view, 'palette.close', 'closes')),
			]),
			footer: positionSpans(view, entries, index),
			body: [
				typedLine(view, palette, width - 2),
				...(rows.length > 0 ? rows : [[styled('muted', '   nothing has these letters')]]),
				...(rows.length > 0 ? blanks : blanks.slice(1)),
				...(hasHint ? [entryHint(view, chosen, width - 2)] : []),
			],
		});
	},
};

/** The upper edge and the text. */
const typedRows = 2;

/** The entries that fit, those around the chosen one. */
const windowOf = (view: View, palette: Palette, size: Pick<Rect, 'width' | 'height'>) => {
	const entries = findEntries(view.state, palette, view.keymap);
	const chosen = chosenEntry(entries, palette);
	const room = Math.max(0, size.height - fixedRows - (hasHintRow(size) ? 1 : 0));
	const index = chosen === undefined ? 0 : entries.shown.indexOf(chosen);
	return {entries, chosen, index, room, start: windowStart(index, entries.shown.length, room)};
};

const typedLine = ({symbols}: View, {text}: Palette, width: number): Line => {
	const right =
		text === '' && width >= 50 ? [styled('muted', 'commands, containers, projects, screens ')] : [];
	return sides(
		[
			styled('accent', ' > ', {bold: true}),
			plain(lastCells(text, Math.max(0, width - lineWidth(right) - 5))),
			styled('accent', '_'),
		],
		right,
		width,
		symbols.ellipsis,
	);
};

/** `3 of 128`; how many there are may be known only in a moment. */
const positionSpans = (
	{symbols}: View,
	{shown, count, isComplete}: Entries,
	index: number,
): Line =>
	shown.length === 0
		? []
		: [
				styled(
					'muted',
					`${index + 1} of ${formatCount(count)}${isComplete ? '' : ` ${symbols.wait}`}`,
				),
			];
