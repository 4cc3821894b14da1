import type {DemoContainer} from '../world/container.ts';
import {currentRun} from '../world/container.ts';

/** How long, in the engine's words (go-units `HumanDuration`). */
export const humanDuration = (millis: number): string => {
	const seconds = Math.floor(millis / 1000);
	const minutes = Math.floor(seconds / 60);
	const hours = Math.round(seconds / 3600);
	if (seconds < 1) return 'Less than a second';
	if (seconds === 1) return '1 second';
	if (seconds < 60) return `${seconds} seconds`;
	if (minutes === 1) return 'About a minute';
	if (minutes < 60) return `${minutes} minutes`;
	if (hours === 1) return 'About an hour';
	if (hours < 48) return `${hours} hours`;
	if (hours < 24 * 14) return `${Math.floor(hours / 24)} days`;
	if (hours < 24 * 60) return `${Math.floor(hours / 24 / 7)} weeks`;
	if (hours < 24 * 365 * 2) return `${Math.floor(hours / 24 / 30)} months`;
	return `${Math.floor(hours / 24 / 365)} years`;
};

/** The status sentence of the list: `Up 3 hours (healthy)`. */
export const statusOf = (container: DemoContainer, nowMillis: number): string => {
	const ended = humanDuration(nowMillis - (container.finishedAtMillis ?? nowMillis));
	const up = humanDuration(nowMillis - (currentRun(container)?.startedAtMillis ?? nowMillis));
	switch (container.state) {
		case 'created':
			return 'Created';
		case 'restarting':
			return `Restarting (${container.exitCode}) ${ended} ago`;
		case 'exited':
			return `Exited (${container.exitCode}) ${ended} ago`;
		case 'paused':
			return `Up ${up} (Paused)`;
		case 'running':
			return `Up ${up}${healthWords(container)}`;
	}
};

const healthWords = ({health}: DemoContainer): string => {
	if (!health) return '';
	return health.status === 'starting' ? ' (health: starting)' : ` (${health.status})`;
};

/** RFC 3339 with nanoseconds; the engine's zero for never. */
export const timeText = (millis: number | undefined): string =>
	millis === undefined
		? '0001-01-01T00:00:00Z'
		: new Date(millis).toISOString().replace('Z', '104729Z');

export const nanosText = (atNanos: bigint): string => {
	const millis = Number(atNanos / 1_000_000n);
	const fraction = String(atNanos % 1_000_000_000n).padStart(9, '0');
	return `${new Date(millis).toISOString().slice(0, 19)}.${fraction}Z`;
};
