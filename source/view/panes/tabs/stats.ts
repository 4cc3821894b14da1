import type {Line} from '../../../format/span.ts';
import type {Paint} from '../../view.ts';
import {sideBySide} from '../../widgets/side-by-side.ts';
import {paintCpu, paintDisk, paintMemory, paintNetwork} from '../detail/paint-charts.ts';
import type {TabSpec} from './tab.ts';

/** Charts of the selection, as many as there is room for. */
export const statsTab: TabSpec = {
	fillsWidth: true,
	short: 'Stats',
	needs: [],
	body: (view, width, height) => ({lines: paintStats(view, width, height)}),
};

const paintStats: Paint = (view, width, height) => {
	const isWide = width >= 98;
	const isTall = height >= 10;
	const half = Math.floor(width / 2);
	const row = (left: Paint, right: Paint, rows: number): readonly Line[] =>
		isWide
			? sideBySide([left(view, half, rows), right(view, width - half, rows)])
			: [...left(view, width, Math.ceil(rows / 2)), ...right(view, width, Math.floor(rows / 2))];
	// Two charts need three rows each to say anything; with less there is one.
	if (!isWide && height < 8) return paintCpu(view, width, height);
	if (!(isWide && isTall)) return row(paintCpu, paintMemory, height);
	const upper = Math.ceil(height / 2);
	return [...row(paintCpu, paintMemory, upper), ...row(paintNetwork, paintDisk, height - upper)];
};
