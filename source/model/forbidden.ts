/** What of the engine's API a proxy may forbid without taking the list away; the words are those of its paths. */
export type Forbidden = 'info' | 'version' | 'events' | 'inspect' | 'stats';

/** What is not known then, or known otherwise. */
const consequences: Readonly<Record<Forbidden, string>> = {
	info: 'of its machine nothing is known',
	version: 'its version is not known',
	events: 'the list is read every three seconds instead, and what happens between is not seen',
	inspect: 'restarts, start times, limits and logs are not known',
	stats: 'figures that the kernel does not tell here are not known',
};

/** `a proxy forbids events: the list is read …`; what it is comes first, for a row may have room for little. */
export const forbiddenText = (part: Forbidden): string =>
	`a proxy forbids ${part}: ${consequences[part]}`;
