import {formatClock} from '../format/clock.ts';
import type {LogsState} from '../store/logs/logs-state.ts';
import type {Keymap} from './command.ts';
import {keyText} from './keymap.ts';

/** Why no older lines come, in words; undefined where they may still come, or where there are none. */
export const whyNoOlder = (
	{older, sinceMillis}: LogsState,
	offsetMinutes: number,
	keymap: Keymap,
): string | undefined => {
	switch (older) {
		case 'full':
			return 'no room for older lines';
		case 'unreadable':
			return 'older lines cannot be read';
		case 'window': {
			const clock = sinceMillis === undefined ? 'these' : formatClock(sinceMillis, {offsetMinutes});
			const key = keyText(keymap, 'log.since');
			return `older lines than ${clock} were not asked for${key === undefined ? '' : ` (${key})`}`;
		}
		default:
			return undefined;
	}
};
