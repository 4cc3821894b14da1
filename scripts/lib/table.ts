/** Columns of equal width, readable as it is and as Markdown. */
export const renderTable = (rows: ReadonlyArray<readonly string[]>): string => {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(3, ...rows.map(row => (row[column] ?? '').length)),
	);
	const line = (cells: readonly string[]): string =>
		`| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
	const [header = [], ...body] = rows.map(line);
	const rule = `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`;
	return [header, rule, ...body].join('\n');
};
