export interface Rect {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/** A stretch of one row that shows one pane, or Ink's own frame where `pane` is undefined. */
export interface Segment<Pane> {
	readonly left: number;
	readonly width: number;
	readonly pane?: Pane;
	/** First cell of the pane's row that is seen. */
	readonly from: number;
}

export interface Placed {
	readonly rect: Rect;
	/** Higher lies on top. */
	readonly z: number;
}

/**
 * Which stretch of which pane each row of the screen shows. The last cell of the last row is left
 * out: some terminals scroll when it is written.
 */
export const arrange = <Pane extends Placed>(
	panes: Iterable<Pane>,
	columns: number,
	rows: number,
): readonly (readonly Segment<Pane>[])[] => {
	const stack = [...panes].sort((a, b) => a.z - b.z);
	return Array.from({length: rows}, (_, row) => {
		const width = Math.max(0, row === rows - 1 ? columns - 1 : columns);
		const base: Segment<Pane> = {left: 0, width, from: 0};
		const covering = stack.filter(({rect}) => row >= rect.top && row < rect.top + rect.height);
		return covering.reduce((segments, pane) => cover(segments, pane, width), [base]);
	});
};

const cover = <Pane extends Placed>(
	segments: Segment<Pane>[],
	pane: Pane,
	columns: number,
): Segment<Pane>[] => {
	const {rect} = pane;
	const left = Math.max(0, rect.left);
	const right = Math.min(columns, rect.left + rect.width);
	if (right <= left) return segments;
	const before = segments.flatMap(segment => clip(segment, 0, left));
	const after = segments.flatMap(segment => clip(segment, right, columns));
	return [...before, {left, width: right - left, pane, from: left - rect.left}, ...after];
};

const clip = <Pane>(segment: Segment<Pane>, first: number, last: number): Segment<Pane>[] => {
	const left = Math.max(first, segment.left);
	const right = Math.min(last, segment.left + segment.width);
	if (right <= left) return [];
	return [{...segment, left, width: right - left, from: segment.from + left - segment.left}];
};
