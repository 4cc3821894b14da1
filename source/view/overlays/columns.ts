import {isElastic} from '../../commands/column-rows.ts';
import type {Line} from '../../format/span.ts';
import {columnById, planList} from '../panes/list/chosen-columns.ts';
import {columns} from '../panes/list/columns.ts';
import {listCells} from '../panes/list/list-window.ts';
import type {View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {bold, plain, sides, styled} from '../widgets/spans.ts';
import {pickerRows} from './log-pickers.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, rowHit} from './overlay-spec.ts';

const width = 52;
const headerCells = 10;

/** Which columns the list has, in what order and how wide; the list behind follows every key. */
export const columnsOverlay: OverlaySpec<'columns'> = {
	/** At the right, where the list is not. */
	place: (_view, _overlay, screen) => ({
		...centred(screen, width, columns.length + 2),
		left: Math.max(0, screen.columns - width - 1),
	}),
	hit: (_view, overlay, spot, {height}) =>
		rowHit(overlay, overlay.rows.length, {spot, height, command: 'columns.toggle'}),
	paint(view, {index, rows}, frameWidth, height) {
		const {symbols} = view;
		const shown = planned(view);
		const lines = rows.map((row, place): Line => {
			const column = columnById.get(row.id);
			if (column === undefined) return [];
			const sign = row.isShown
				? styled('ok', `${symbols.healthy} `)
				: styled('muted', `${symbols.noHealth} `);
			const header = column.header.padEnd(headerCells);
			const name = [
				sign,
				place === index ? styled('accent', header, {bold: true}) : plain(header),
				row.isShown ? plain(column.title) : styled('muted', column.title),
			];
			const hasRoom = !row.isShown || shown.has(row.id);
			const cells = row.width ?? (isElastic(column) ? 'auto' : '');
			const right = hasRoom ? styled('muted', String(cells)) : styled('muted', 'no room');
			return sides(name, [right], frameWidth - 5, symbols.ellipsis);
		});
		return frame({
			...{width: frameWidth, height, focused: true, symbols},
			title: [bold('columns')],
			right: [styled('muted', 'width')],
			// Where not all have room the last ones would never be looked for.
			footer: lines.length > height - 2 ? [styled('muted', `${index + 1} of ${lines.length}`)] : [],
			body: pickerRows(lines, index, height - 2, symbols),
		});
	},
};

/** Those that the list has room for. */
const planned = ({state, size, listWidth}: View): ReadonlySet<string> =>
	new Set(planList(state, listCells(size, listWidth)).map(({id}) => id));
