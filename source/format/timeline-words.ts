import {shortId} from '../model/ids.ts';
import type {TimelineEntry} from '../model/timeline.ts';
import {eventWords} from '../model/timeline-words.ts';
import {formatDuration} from './duration.ts';

/** What happened, in words, without what it happened to: `exited with 137: killed (SIGKILL)`. */
export const entryWords = ({event}: TimelineEntry): string =>
	event.kind === 'connection.back'
		? `${eventWords(event)} after ${formatDuration(event.awayMillis)}`
		: eventWords(event);

/** What it happened to: `shop/api`, a name, a short id; `engine` for the connection. Foreign text. */
export const entrySubject = ({event, name, project}: TimelineEntry): string => {
	if (name !== undefined) return project === undefined ? name : `${project}/${name}`;
	return 'ref' in event ? shortId(event.ref.id) : 'engine';
};
