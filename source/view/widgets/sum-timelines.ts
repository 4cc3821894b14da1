import {resample} from '../../model/resample.ts';
import type {Summand, Timeline} from '../../model/series.ts';
import {slotsIn} from '../../model/series.ts';

/**
 * The means of several added up, a gap only where none has any; an extreme is one of these sums.
 * Scale and curve are read one after the other, so that what was added up last is remembered.
 */
export const sumTimelines = (timelines: readonly Summand[]): Timeline => {
	const [only] = timelines;
	if (timelines.length === 1 && only !== undefined) return only;
	let known: {readonly of: string; readonly totals: Float64Array} | undefined;
	return {
		read({untilMillis, spanMillis, points, statistic = 'mean'}) {
			const of = `${untilMillis} ${spanMillis}`;
			if (known?.of !== of) {
				const totals = new Float64Array(slotsIn(spanMillis)).fill(Number.NaN);
				for (const timeline of timelines) timeline.addTo(totals, untilMillis, spanMillis);
				known = {of, totals};
			}
			return resample(known.totals, known.totals.length, points, statistic);
		},
	};
};
