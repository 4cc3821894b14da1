import type {FileSort} from '../../../model/files/sort-files.ts';
import {refKey} from '../../../model/ids.ts';
import {filesContainer, selectFiles} from '../../../store/files/select-files.ts';
import type {HitTest} from '../../hit.ts';
import type {View} from '../../view.ts';
import {hitList} from '../hit-list.ts';
import type {PageSpec} from '../page.ts';
import {sortAt} from './file-line.ts';
import {fileListRows, headRows, paintFiles} from './paint-files.ts';
import {fileListCells} from './paint-peek.ts';

export const filesPage: PageSpec = {
	paint: paintFiles,
	inputs: ({state}) => [
		...[state.files, state.places, state.connection.status],
		...[state.list.selected, state.containers.listed],
	],
	showsTarget: true,
	watched(state) {
		const container = filesContainer(state);
		return container === undefined ? [] : [refKey(container.ref)];
	},
	listRows: fileListRows,
	peeks: width => fileListCells(width) < width,
	hit(view, {x, y}, width, height) {
		const cells = fileListCells(width);
		if (x >= cells) return undefined;
		return y === headRows - 1
			? hitHeader(view, sortAt(cells, x))
			: hitList(
					{
						page: 'files',
						things: selectFiles(view.state),
						place: view.state.places.files,
						rows: fileListRows(view, width, height),
						headRows,
					},
					y,
				);
	},
};

/** A second click turns the order round. */
const hitHeader = ({state}: View, sort: FileSort | undefined): ReturnType<HitTest> => {
	const {order, listing} = state.files;
	if (sort === undefined || listing.status !== 'ready') return undefined;
	const isReversed = sort === order.sort && !order.isReversed;
	return {kind: 'dispatch', actions: [{type: 'files/sorted', order: {sort, isReversed}}]};
};
