import {formatRate} from '../../../format/bytes.ts';
import type {NetworkInterface} from '../../../model/host-detail.ts';
import type {View} from '../../view.ts';
import {plain, styled} from '../../widgets/spans.ts';
import type {Panel} from './panel.ts';
import {type TableColumn, tableLines} from './table.ts';

/** The interfaces of the machine; those of single containers are left out. */
export const networksPanel: Panel = {
	title: 'networks',
	body(view, width, height) {
		const interfaces = view.state.host?.detail?.interfaces;
		if (interfaces === undefined) return [[plain(view.symbols.unknown)]];
		const {ellipsis} = view.symbols;
		return tableLines(columnsFor(view), interfaces, {width, height, ellipsis});
	},
};

const columnsFor = ({symbols}: View): readonly TableColumn<NetworkInterface>[] => [
	{
		...{id: 'name', header: 'INTERFACE', min: 8, ideal: 20, priority: 0, align: 'left'},
		cell: ({name, isOuter}) => [isOuter ? plain(name) : styled('muted', name)],
	},
	{
		...{
			id: 'address',
			header: 'ADDRESS',
			min: 12,
			ideal: 20,
			priority: 3,
			align: 'left',
			grow: true,
		},
		cell: ({address}) => [styled('muted', address ?? symbols.unknown)],
	},
	{
		...{id: 'rx', header: `${symbols.rx} IN`, min: 7, ideal: 9, priority: 0, align: 'right'},
		cell: ({rxPerSecond}) => [plain(formatRate(rxPerSecond))],
	},
	{
		...{id: 'tx', header: `${symbols.tx} OUT`, min: 7, ideal: 9, priority: 0, align: 'right'},
		cell: ({txPerSecond}) => [plain(formatRate(txPerSecond))],
	},
];
