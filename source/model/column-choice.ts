/** A column that the user wants to see. */
export interface ColumnChoice {
	/** As in the table of the columns; one that does not exist is passed over. */
	readonly id: string;
	/** Cells, where he has set them. */
	readonly width?: number;
}

/** A line of the chooser: the hidden ones too. */
export interface ColumnRow extends ColumnChoice {
	readonly isShown: boolean;
}

/** All that there are, by the ids of the table of the columns, in the order in which they are shown. */
export const columnIds = [
	...['name', 'cpuBar', 'cpu', 'spark', 'memory', 'memoryBar', 'memoryShare', 'rx', 'tx'],
	...['read', 'write', 'pids', 'restarts', 'exit', 'state', 'health', 'uptime', 'ports', 'image'],
	...['project', 'host'],
];

export const widestColumn = 60;

/** `name`, or `name:30` with the cells it has; undefined where there is no such column. */
export const parseColumn = (text: string): ColumnChoice | undefined => {
	const [, id = '', cells] = /^(\w+)(?::(\d{1,2}))?$/.exec(text) ?? [];
	if (!columnIds.includes(id)) return undefined;
	if (cells === undefined) return {id};
	const width = Number(cells);
	return width < 1 || width > widestColumn ? undefined : {id, width};
};

/** The other way round. */
export const columnText = ({id, width}: ColumnChoice): string =>
	width === undefined ? id : `${id}:${width}`;
