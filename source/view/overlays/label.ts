import {lineWidth} from '../../format/line.ts';
import {labelUse} from '../../store/groupings.ts';
import type {State} from '../../store/state.ts';
import {plain, shorten, sides, styled} from '../widgets/spans.ts';
import {filterOverlay} from './filter.ts';
import {lastCells} from './last-cells.ts';
import type {OverlaySpec} from './overlay-spec.ts';

const label = ' group by label ';

/** The line where a label is typed; it says how many containers have it. */
export const labelOverlay: OverlaySpec<'label'> = {
	place: (view, _overlay, screen) =>
		filterOverlay.place(view, {kind: 'filter', text: '', before: ''}, screen),
	paint({state, symbols}, {text}, width) {
		const right = shorten([countSpan(state, text.trim())], Math.floor(width / 2), symbols.ellipsis);
		const room = width - lineWidth(right) - label.length - 2;
		const typed = [
			styled('accent', label, {bold: true}),
			plain(lastCells(text, Math.max(0, room))),
			styled('accent', '_'),
		];
		return [sides(typed, right, width, symbols.ellipsis)];
	},
};

const countSpan = ({containers: {listed}}: State, text: string) => {
	if (text === '') return styled('muted', 'as com.example.team ');
	const {containers, values} = labelUse(listed, text);
	if (containers === 0) return styled('warn', 'no container has it ');
	const many = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
	return styled('muted', `${many(values, 'value')} in ${many(containers, 'container')} `);
};
