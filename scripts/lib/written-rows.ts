/** Where a terminal was written to, by absolute positions, as dockmon does it. */
const position = /\u{1B}\[(\d+);\d+H/gu;

/** Bytes by row of the screen, counted from 1; what belongs to no row is in 0. */
export const bytesByRow = (written: string): ReadonlyMap<number, number> => {
	const rows = new Map<number, number>();
	let [row, from] = [0, 0];
	const add = (to: number): void => {
		if (to > from) rows.set(row, (rows.get(row) ?? 0) + Buffer.byteLength(written.slice(from, to)));
		from = to;
	};
	for (const match of written.matchAll(position)) {
		add(match.index);
		row = Number(match[1]);
	}
	add(written.length);
	return rows;
};

/** Frames: each is one synchronized update. */
export const countFrames = (written: string): number => written.split('\u{1B}[?2026h').length - 1;

/** How often the whole screen was cleared, or what was scrolled away, or the terminal begun anew. */
export const countClears = (written: string): number =>
	[...written.matchAll(/\u{1B}\[[23]J|\u{1B}c/gu)].length;
