import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import {type GroupingChoice, groupings} from '../../store/groupings.ts';
import type {View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {bold, plain, sides, styled} from '../widgets/spans.ts';
import {pickerRows} from './log-pickers.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, rowHit} from './overlay-spec.ts';

const narrowest = 36;
const widest = 64;
/** The border, the sign of the row, a blank at its end, and two between its parts. */
const edgeCells = 7;

/** What the list can be divided by: the labels are those that the containers have. */
export const groupingOverlay: OverlaySpec<'grouping'> = {
	place({state}, _overlay, screen) {
		const choices = groupings(state);
		const cells = choices.map(each => lineWidth(nameOf(each)) + lineWidth(countOf(each)));
		const width = Math.min(widest, Math.max(narrowest, ...cells.map(each => each + edgeCells)));
		return centred(screen, width, choices.length + 2);
	},
	hit: ({state}, overlay, spot, {height}) =>
		rowHit(overlay, groupings(state).length, {spot, height, command: 'grouping.choose'}),
	paint({state, symbols}: View, {index}, width, height) {
		const rows = groupings(state).map((choice, place): Line => {
			const name = nameOf(choice, place === index);
			return sides(name, countOf(choice), width - 5, symbols.ellipsis);
		});
		return frame({
			...{width, height, focused: true, symbols},
			title: [bold('group by')],
			right: [styled('muted', 'Enter')],
			body: pickerRows(rows, index, height - 2, symbols),
		});
	},
};

const nameOf = ({grouping}: GroupingChoice, isChosen = false): Line => {
	const text = (name: string) => (isChosen ? styled('accent', name, {bold: true}) : plain(name));
	switch (grouping.kind) {
		case 'label':
			return [styled('muted', 'label '), text(grouping.label)];
		case 'none':
			return [text('nothing: one flat list')];
		default:
			return [text(grouping.kind)];
	}
};

const countOf = ({values}: GroupingChoice): Line =>
	values === undefined ? [] : [styled('muted', values === 1 ? '1 value' : `${values} values`)];
