/**
 * First row shown of a list that is longer than its window: pages, so that the rows stand still
 * while the selection moves, and only the crossing of an edge scrolls, by half a window.
 */
export const windowStart = (selected: number, rows: number, height: number): number => {
	if (rows <= height || height <= 0) return 0;
	const step = Math.max(1, Math.floor(height / 2));
	const page = Math.max(0, Math.floor((selected - step) / step));
	return Math.min(rows - height, page * step);
};
