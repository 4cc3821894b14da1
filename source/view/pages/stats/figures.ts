import {formatBytes, formatRate} from '../../../format/bytes.ts';
import {limitToken} from '../../../format/load.ts';
import {formatPercent} from '../../../format/percent.ts';
import type {Line, Span} from '../../../format/span.ts';
import {type Past, type PastSummary, summaryOf, valueAt} from '../../../model/past.ts';
import {labelled, plain, styled} from '../../widgets/spans.ts';
import type {ChartScope} from './chart-scope.ts';

type Format = (value: number | undefined) => string;

/** `62.1%`; what is not known has no unit. */
export const percent: Format = value =>
	value === undefined ? formatPercent(value) : `${formatPercent(value)}%`;
export const bytes: Format = value => formatBytes(value);
export const rate: Format = value => formatRate(value);

/** The value now, or at the cursor in its colour. */
export const shownValue = (
	{cursorMillis}: ChartScope,
	past: Past,
	now: number | undefined,
): number | undefined => (cursorMillis === undefined ? now : valueAt(past, cursorMillis));

/** A value at the cursor looks like the cursor; one of now is coloured where it is near its limit. */
export const valueSpan = (
	{cursorMillis}: ChartScope,
	text: string,
	share: number | undefined = undefined,
): Span => {
	if (cursorMillis !== undefined) return styled('accent', text, {bold: true});
	const token = limitToken(share);
	return token === undefined ? plain(text) : styled(token, text);
};

/** Of the whole range: `avg 58.0`, `p95 91.2`, `max 97.0`; of two directions `avg 98K/1.2M`. */
export const summaryParts = (pasts: readonly Past[], format: Format): readonly Line[] => {
	const summaries = pasts.map(summaryOf);
	const shown = summaries.some(summary => summary !== undefined) ? summaries : [undefined];
	const text = (of: keyof PastSummary): string =>
		shown.map(summary => format(summary?.[of])).join('/');
	return [
		labelled('avg', text('mean')),
		labelled('p95', text('p95')),
		labelled('max', text('max')),
	];
};
