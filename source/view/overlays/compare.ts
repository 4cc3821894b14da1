import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import {compareChoices} from '../../store/detail/compare-choices.ts';
import type {View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {keyOf} from '../widgets/key-name.ts';
import {bold, plain, sides, styled} from '../widgets/spans.ts';
import {pickerEdgeCells, pickerRows} from './log-pickers.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, rowHit} from './overlay-spec.ts';

const least = 36;
const widest = 76;

/** What the inspect of the selection can be compared with. */
export const compareOverlay: OverlaySpec<'compare'> = {
	place(view, _overlay, screen) {
		const cells = compareChoices(view.state).map(
			({name, note}) => lineWidth([plain(name), plain(note)]) + 2 + pickerEdgeCells,
		);
		const width = Math.min(widest, Math.max(least, ...cells));
		return centred(screen, width, Math.max(1, cells.length) + 2);
	},
	hit: ({state}, overlay, spot, {height}) =>
		rowHit(overlay, compareChoices(state).length, {spot, height, command: 'compare.choose'}),
	paint(view, {index}, width, height) {
		const {symbols} = view;
		const rows = rowsOf(view, width - pickerEdgeCells);
		return frame({
			...{width, height, focused: true, symbols},
			title: [bold('compare with')],
			right: [styled('muted', keyOf(view, 'compare.choose') ?? '')],
			body:
				rows.length === 0
					? [[styled('muted', '  choose one container first')]]
					: pickerRows(rows, index, height - 2, symbols),
		});
	},
};

const rowsOf = ({state, symbols}: View, width: number): readonly Line[] =>
	compareChoices(state).map(({name, note}) =>
		sides([plain(name)], [styled('muted', note)], width, symbols.ellipsis),
	);
