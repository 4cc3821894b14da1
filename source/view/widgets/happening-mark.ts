import type {Span} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import type {Happening} from '../../model/happening.ts';
import {exitOf, wasOutOfMemory} from '../../model/happening.ts';
import {styled} from './spans.ts';
import {entryMark} from './timeline-mark.ts';

/** The sign of a line of what happened, one cell. */
export const happeningMark = (happening: Happening, symbols: Symbols): Span => {
	const {kind, entry, parts} = happening;
	const isAsked = parts.some(
		({event}) => event.kind === 'container.changed' && event.action === 'kill',
	);
	const isBad = wasOutOfMemory(happening) || (!isAsked && Boolean(exitOf(happening)));
	switch (kind) {
		case 'single':
		case 'created':
			return entryMark(entry, symbols);
		case 'restarted':
			return styled(isBad ? 'err' : 'warn', symbols.restarting);
		case 'removed':
			return styled('muted', symbols.removing);
		case 'stopped':
		case 'ended':
			return isBad ? styled('err', symbols.failed) : styled('muted', symbols.exited);
	}
};
