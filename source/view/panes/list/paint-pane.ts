import {fitLine} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import {selectShownCount} from '../../../store/select-rows.ts';
import type {Paint, View} from '../../view.ts';
import {frame} from '../../widgets/frame.ts';
import {keyDoes} from '../../widgets/key-name.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {hasKeys} from '../has-keys.ts';
import {listOrder} from './list-order.ts';
import {listHeight} from './list-window.ts';
import {headerLine, listPosition, listRows} from './paint-list.ts';

/** Kept free for the title and the corners. */
const titleCells = 28;

/** The list with its column names; in a frame where there is room for one. */
export const paintListPane: Paint = (view, width, height) => {
	const {state, size, symbols} = view;
	if (size === 'XS' || size === 'S') return bareList(view, width, height);
	const shown = selectShownCount(state);
	const rows = listHeight(size, height);
	return frame({
		width,
		height,
		title: [bold('containers'), plain(` ${shown}/${state.containers.byKey.size}`)],
		right: listOrder(view, width - titleCells),
		footer: [styled('muted', listPosition(state, rows))],
		body: [headerLine(view, width - 2), ...bodyLines(view, width - 2, rows)],
		isSteady: true,
		focused: hasKeys(state, 'list'),
		symbols,
	});
};

const bareList = (view: View, width: number, height: number): readonly Line[] => [
	...(view.size === 'XS' ? [] : [headerLine(view, width)]),
	...bodyLines(view, width, listHeight(view.size, height)),
];

const bodyLines = (view: View, width: number, height: number): readonly Line[] => {
	const rows = listRows(view, width, height);
	if (rows.length === 0) {
		const reason = wrapWords(whyEmpty(view), width - 4);
		return [[], ...reason.map((text): Line => [styled('muted', `  ${text}`)])];
	}
	return rows.map(({line, isSelected}) =>
		isSelected ? fitLine(line, width).map(span => ({...span, isSelected})) : line,
	);
};

const whyEmpty = (view: View): string => {
	const {state, symbols} = view;
	const {list, containers, connection} = state;
	// Why nothing is known is written over the list.
	if (connection.status === 'lost' && containers.status === 'loading') return '';
	if (containers.status === 'loading') {
		const waited = Math.floor((state.nowMillis - connection.sinceMillis) / 1000);
		return `${symbols.wait} asking the engine${waited > 0 ? ` ${waited} s` : ''}`;
	}
	if (containers.byKey.size === 0) return 'no containers on this engine yet';
	if (list.filter.text !== '')
		return `nothing matches ${list.filter.text}${helpedBy(view, 'frame.back', 'shows all again')}`;
	return `no running containers${helpedBy(view, 'list.stopped', 'shows the stopped ones')}`;
};

const helpedBy = (view: View, id: string, does: string): string => {
	const help = keyDoes(view, id, does);
	return help === '' ? '' : `; ${help}`;
};
