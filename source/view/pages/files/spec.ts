import {refKey} from '../../../model/ids.ts';
import {filesContainer, selectFiles} from '../../../store/files/select-files.ts';
import {hitList} from '../hit-list.ts';
import type {PageSpec} from '../page.ts';
import {fileListRows, headRows, paintFiles} from './paint-files.ts';

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
	hit: (view, {y}, width, height) =>
		hitList(
			{
				page: 'files',
				things: selectFiles(view.state),
				place: view.state.places.files,
				rows: fileListRows(view, width, height),
				headRows,
			},
			y,
		),
};
