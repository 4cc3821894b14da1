import {type ColumnSpec, type PlannedColumn, planColumns} from '../../../format/columns.ts';
import {fitLine} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import {plain, styled} from '../../widgets/spans.ts';

export interface TableColumn<Row> extends ColumnSpec {
	readonly header: string;
	readonly cell: (row: Row, width: number) => Line;
}

/** The header and a line for each row, as many as fit; how many more there are is said. */
export const tableLines = <Row>(
	columns: readonly TableColumn<Row>[],
	rows: readonly Row[],
	{
		width,
		height,
		ellipsis,
	}: {readonly width: number; readonly height: number; readonly ellipsis: string},
): readonly Line[] => {
	const plan = planColumns(columns, width);
	const columnOf = ({id}: PlannedColumn): TableColumn<Row> | undefined =>
		columns.find(column => column.id === id);
	const line = (cellOf: (column: TableColumn<Row>, cells: number) => Line): Line =>
		plan.flatMap(planned => {
			const column = columnOf(planned);
			const cell = column === undefined ? [] : cellOf(column, planned.width);
			const gap = planned.gap > 0 ? [plain(' '.repeat(planned.gap))] : [];
			return [...gap, ...fitLine(cell, planned.width, planned.align, ellipsis)];
		});
	const room = Math.max(0, height - 1);
	const shown = rows.length > room ? rows.slice(0, Math.max(0, room - 1)) : rows;
	const more = rows.length - shown.length;
	return [
		line(({header}) => [styled('muted', header)]),
		...shown.map(row => line(({cell}, cells) => cell(row, cells))),
		...(more > 0 ? [[styled('muted', `+${more} more`)]] : []),
	];
};
