import {formatBytes, formatRate} from '../../../format/bytes.ts';
import type {FileSystem} from '../../../model/host-detail.ts';
import type {View} from '../../view.ts';
import {loadBar} from '../../widgets/load-bar.ts';
import {plain, styled} from '../../widgets/spans.ts';
import type {Panel} from './panel.ts';
import {type TableColumn, tableLines} from './table.ts';

/** The file systems of the machine: how full, and what is read and written. */
export const disksPanel: Panel = {
	title: 'disks',
	body(view, width, height) {
		const systems = view.state.host?.detail?.fileSystems;
		if (systems === undefined) return [[plain(view.symbols.unknown)]];
		const {ellipsis} = view.symbols;
		return tableLines(columnsFor(view, width), systems, {width, height, ellipsis});
	},
};

const shareOf = ({usedBytes, totalBytes}: FileSystem): number | undefined =>
	usedBytes === undefined || !totalBytes ? undefined : usedBytes / totalBytes;

/** The type says the least. */
const leastForType = 64;

const columnsFor = (
	{symbols, state}: View,
	tableWidth: number,
): readonly TableColumn<FileSystem>[] => {
	const type: TableColumn<FileSystem> = {
		...{id: 'type', header: 'TYPE', min: 5, ideal: 6, priority: 6, align: 'left'},
		cell: ({type: name}) => [styled('muted', name)],
	};
	const holder = holderOf(state.host?.detail?.fileSystems ?? [], state.engine?.rootFolder);
	return [
		{
			...{id: 'mount', header: 'MOUNT', min: 8, ideal: 20, priority: 0, align: 'left'},
			cell: system => [plain(system.mountPoint)],
		},
		...(tableWidth < leastForType ? [] : [type]),
		{
			...{id: 'bar', header: '', min: 4, ideal: 8, priority: 4, align: 'left', grow: true},
			cell: (system, width) => loadBar(shareOf(system), width, symbols),
		},
		{
			...{id: 'percent', header: 'USED', min: 4, ideal: 4, priority: 0, align: 'right'},
			cell(system) {
				const share = shareOf(system);
				return [plain(share === undefined ? symbols.unknown : `${Math.round(share * 100)}%`)];
			},
		},
		{
			...{id: 'size', header: 'OF', min: 5, ideal: 5, priority: 2, align: 'right'},
			cell: ({totalBytes}) => [styled('muted', formatBytes(totalBytes))],
		},
		{
			...{id: 'read', header: 'READ', min: 7, ideal: 7, priority: 3, align: 'right'},
			cell: ({readPerSecond}) => [plain(formatRate(readPerSecond))],
		},
		{
			...{id: 'write', header: 'WRITE', min: 7, ideal: 7, priority: 3, align: 'right'},
			cell: ({writePerSecond}) => [plain(formatRate(writePerSecond))],
		},
		{
			...{id: 'holds', header: '', min: 6, ideal: 6, priority: 7, align: 'left'},
			cell: system => (system === holder ? [styled('accent', 'engine')] : []),
		},
	];
};

/** Where the engine keeps images and volumes: the file system mounted closest above. */
const holderOf = (
	systems: readonly FileSystem[],
	folder: string | undefined,
): FileSystem | undefined => {
	if (folder === undefined) return undefined;
	const isAbove = ({mountPoint}: FileSystem): boolean =>
		`${folder}/`.startsWith(mountPoint === '/' ? '/' : `${mountPoint}/`);
	return systems
		.filter(isAbove)
		.toSorted((a, b) => b.mountPoint.length - a.mountPoint.length)
		.at(0);
};
