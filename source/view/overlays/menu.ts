import {menuContent} from '../../commands/act/menu.ts';
import type {MenuContent, MenuItem, OpenMenu} from '../../commands/act/menu-item.ts';
import {lineWidth} from '../../format/line.ts';
import {shellWords} from '../../format/shell-words.ts';
import type {Line} from '../../format/span.ts';
import {healthOf} from '../../model/container-facts.ts';
import {refKey, shortId} from '../../model/ids.ts';
import type {View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {keyDoes, keyName} from '../widgets/key-name.ts';
import {bold, plain, shorten, styled} from '../widgets/spans.ts';
import {wrapWords} from '../widgets/wrap.ts';
import {pickerEdgeCells, pickerRows} from './log-pickers.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, rowHit} from './overlay-spec.ts';

const widest = 100;
const least = 40;
/** Corners, and a line and a blank on each side of the title. */
const titleEdges = 6;
const gap = 3;
/** Lines below the entries that tell the whole command of the chosen one. */
const mostCommandLines = 3;

/** What can be done, with its key, and the command that does it or why it cannot be done. */
export const menuOverlay: OverlaySpec<'menu'> = {
	place(view, overlay, screen) {
		const content = menuContent(view.state, overlay);
		const title = lineWidth([plain(content.title)]) + titleEdges + factCells;
		const rows = content.items.map(item => cellsOf(content, item) + pickerEdgeCells);
		const width = Math.min(widest, screen.columns - 2, Math.max(least, title, ...rows));
		return centred(screen, width, content.items.length + belowRows(content, width) + 2);
	},
	cutsTarget: ({targets: [only, another]}, {width}) =>
		only !== undefined &&
		another === undefined &&
		lineWidth([plain(only.name)]) > width - titleEdges,
	hit(view, overlay, spot, {width, height}) {
		const content = menuContent(view.state, overlay);
		const below = belowIn(content, {width, height});
		const {length} = content.items;
		return rowHit(overlay, length, {spot, height: height - below, command: 'menu.choose'});
	},
	paint(view, overlay, width, height) {
		const {symbols} = view;
		const content = menuContent(view.state, overlay);
		const below = belowIn(content, {width, height});
		const titles = titleCells(content);
		const rows = content.items.map((item, place) =>
			rowOf(view, item, {
				isChosen: place === overlay.index,
				width: width - pickerEdgeCells,
				titles,
			}),
		);
		const shown = pickerRows(rows, overlay.index, height - 2 - below, symbols);
		const chosen = content.items[overlay.index];
		return frame({
			...{width, height, focused: true, symbols},
			title: [bold(content.title)],
			right: [styled('muted', factsOf(view, overlay))],
			body: [...shown, ...(chosen === undefined ? [] : detailLines(chosen, width, below))],
		});
	},
};

/** Where there is no room for all entries, one line of what is told below them. */
const belowIn = (
	content: MenuContent,
	{width, height}: {readonly width: number; readonly height: number},
): number => {
	const below = belowRows(content, width);
	if (content.items.length + below <= height - 2) return below;
	return below > 0 && height - 2 >= leastForDetail ? 1 : 0;
};

const leastForDetail = 4;

/** Id and state of a single one, as it is now. */
const factsOf = (view: View, {targets: [only, another]}: OpenMenu): string => {
	const container = only && view.state.containers.byKey.get(refKey(only.ref));
	if (container === undefined || another !== undefined)
		return keyDoes(view, 'menu.choose', 'chooses');
	const health = healthOf(container).kind;
	return [shortId(container.ref.id), container.state, ...(health === 'none' ? [] : [health])].join(
		' ',
	);
};

/** An id, and the longest state. */
const factCells = 36;

const noteOf = ({argv, note = ''}: MenuItem): string =>
	argv === undefined ? note : shellWords(argv);

/** Of the longest; what stands beside them begins in one column. */
const titleCells = ({items}: MenuContent): number =>
	Math.max(...items.map(({title}) => lineWidth([plain(title)])));

const cellsOf = (content: MenuContent, item: MenuItem): number =>
	2 + titleCells(content) + gap + lineWidth([plain(item.disabled ?? noteOf(item))]);

/** The reason takes the place of the command: it is what one looks for then. */
const rowOf = ({symbols}: View, item: MenuItem, {isChosen, width, titles}: RowPlace): Line => {
	const {key, title, disabled} = item;
	const isOff = disabled !== undefined;
	const style = {bold: isChosen};
	const name = title + ' '.repeat(titles - lineWidth([plain(title)]) + gap);
	const head: Line = [
		styled(isOff ? 'muted' : isChosen ? 'accent' : 'info', `${keyName(key, symbols)} `, style),
		isOff || !isChosen
			? {text: name, style: isOff ? {token: 'muted'} : {}}
			: styled('accent', name, style),
	];
	const room = width - lineWidth(head);
	// A few letters of it say nothing.
	if (room < leastNote) return shorten(head, width, symbols.ellipsis);
	const note = styled(isOff ? 'warn' : 'muted', disabled ?? noteOf(item));
	return [...head, ...shorten([note], room, symbols.ellipsis)];
};

interface RowPlace {
	readonly isChosen: boolean;
	readonly width: number;
	/** Cells of the longest title. */
	readonly titles: number;
}

const leastNote = 8;

/** Lines below the entries: as many as the longest command needs that does not fit beside its title. */
const belowRows = (content: MenuContent, width: number): number => {
	const lines = content.items
		.filter(item => cellsOf(content, item) + pickerEdgeCells > width || item.disabled !== undefined)
		.map(item => wrapWords(detailOf(item), width - 4).length);
	return lines.length === 0 ? 0 : 1 + Math.min(mostCommandLines, Math.max(...lines));
};

const detailOf = (item: MenuItem): string =>
	[item.disabled, noteOf(item)].filter(Boolean).join(': ');

const detailLines = (item: MenuItem, width: number, rows: number): readonly Line[] => {
	const lines = wrapWords(detailOf(item), width - 4)
		.slice(0, Math.max(1, rows - 1))
		.map((text): Line => [styled('muted', ` ${text}`)]);
	return rows > 1 ? [[], ...lines] : lines.slice(0, rows);
};
