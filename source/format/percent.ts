import {unicodeSymbols} from './symbols.ts';

const most = 99_999;

/** Three digits in at most five cells: `0.8`, `62.1`, `142`, `6400`; unknown gives the symbol for it. */
export const formatPercent = (percent: number | undefined): string => {
	if (percent === undefined || !(percent >= 0)) return unicodeSymbols.unknown;
	return percent < 99.95 ? percent.toFixed(1) : Math.min(percent, most).toFixed(0);
};
