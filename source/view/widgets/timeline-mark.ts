import type {Span} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import type {TimelineEntry} from '../../model/timeline.ts';
import {styled} from './spans.ts';

/** The sign of something that happened, one cell; the same shapes as state and health have in the list. */
export const entryMark = ({event}: TimelineEntry, symbols: Symbols): Span => {
	switch (event.kind) {
		case 'container.changed':
			return changeMark(event.action, symbols);
		case 'container.died':
			return event.exitCode ? styled('err', symbols.failed) : styled('muted', symbols.exited);
		case 'container.health':
			if (event.health === 'unhealthy') return styled('err', symbols.unhealthy);
			return event.health === 'healthy'
				? styled('ok', symbols.healthy)
				: styled('warn', symbols.starting);
		case 'container.oom':
		case 'connection.lost':
			return styled('err', symbols.failed);
		case 'container.destroyed':
			return styled('muted', symbols.removing);
		case 'connection.back':
			return styled('ok', symbols.healthy);
		case 'action.ended':
			return event.outcome === 'error'
				? styled('err', symbols.failed)
				: styled('accent', symbols.arrow);
	}
};

const changeMark = (action: string, symbols: Symbols): Span => {
	switch (action) {
		case 'start':
		case 'unpause':
			return styled('ok', symbols.running);
		case 'pause':
			return styled('pause', symbols.paused);
		case 'create':
			return styled('info', symbols.created);
		default:
			return styled('muted', symbols.noHealth);
	}
};
