import type {Span} from '../../../format/span.ts';
import {styled} from '../../widgets/spans.ts';
import type {LogBody} from './log-body.ts';
import {type Anchor, rowsFrom} from './log-window.ts';

/** The same two spans, by which a line knows that it is up to date. */
const signs = (thumb: string, track: string): readonly [Span, Span] => {
	if (latest?.[0].text !== thumb) latest = [styled('muted', thumb), styled('dim', track)];
	return latest;
};

let latest: readonly [Span, Span] | undefined;

/** Which part of the log is in sight, counted in entries; none where all of it is. */
export const scrollBar = (body: LogBody, top: Anchor): readonly Span[] => {
	const {logs, height, view} = body;
	const {vertical, barParts} = view.symbols;
	const {count} = logs;
	if (rowsFrom(body, 0, height + 1) <= height) return [];
	const size = Math.max(1, Math.min(height, Math.round((height * height) / Math.max(1, count))));
	const hidden = Math.max(1, count - height);
	const isEnd = view.state.logs.held === undefined;
	const share = isEnd ? 1 : Math.min(1, top.index / hidden);
	const first = Math.round((height - size) * share);
	const [inside, outside] = signs(barParts.at(-1) ?? '', vertical);
	return Array.from({length: height}, (_, row) =>
		row >= first && row < first + size ? inside : outside,
	);
};
