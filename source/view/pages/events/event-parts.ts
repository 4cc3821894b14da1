import {formatClock} from '../../../format/clock.ts';
import type {Line} from '../../../format/span.ts';
import {entrySubject, entryWords} from '../../../format/timeline-words.ts';
import type {Happening} from '../../../model/happening.ts';
import type {View} from '../../view.ts';
import {rule} from '../../widgets/frame.ts';
import {bold, plain, shorten, styled} from '../../widgets/spans.ts';
import {entryMark} from '../../widgets/timeline-mark.ts';

/** Rows that are kept at least for what a line is made of, its rule counted. */
export const partRows = 6;

/** What a line is made of, event by event, the newest first; to the millisecond. */
export const eventParts = (
	{symbols, zoneOffsetMinutes}: View,
	happening: Happening,
	width: number,
	height: number,
): readonly Line[] => {
	const {parts, entry} = happening;
	const count = parts.length === 1 ? 'one event' : `${parts.length} events`;
	return [
		rule({
			width,
			title: [bold(entrySubject(entry))],
			right: [styled('muted', count)],
			focused: false,
			symbols,
		}),
		...parts
			.toReversed()
			.slice(0, height - 1)
			.map(part => {
				const clock = formatClock(part.atMillis, {offsetMinutes: zoneOffsetMinutes, millis: true});
				const line: Line = [
					styled('muted', ` ${clock} `),
					entryMark(part, symbols),
					plain(` ${entryWords(part)}`),
				];
				return shorten(line, width, symbols.ellipsis);
			}),
	];
};
