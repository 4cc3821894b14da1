import type {Container} from '../container.ts';
import {exitCode} from '../container-facts.ts';
import {explainExit} from '../exit-code.ts';
import type {Health} from '../health.ts';
import {known} from '../known.ts';
import {maskSecrets} from '../secrets.ts';
import type {TimelineEntry} from '../timeline.ts';
import type {Facts, Finding} from './problem.ts';

type Event = TimelineEntry['event'];

/** When an event of this kind was told last. */
export const lastOf = (
	recent: readonly TimelineEntry[],
	is: (event: Event) => boolean,
): number | undefined => recent.findLast(({event}) => is(event))?.atMillis;

export const isPause = (event: Event): boolean =>
	event.kind === 'container.changed' && event.action === 'pause';

export const isUnhealthy = (event: Event): boolean =>
	event.kind === 'container.health' && event.health === 'unhealthy';

export const endedAt = ({details}: Container): Pick<Finding, 'sinceMillis'> =>
	known('sinceMillis', details?.finishedAtMillis);

/** `exit code 1: an error of the program`, of how it ended last; undefined where nobody knows. */
export const endWords = ({container, recent}: Facts): string | undefined => {
	const died = recent.findLast(({event}) => event.kind === 'container.died')?.event;
	const told = died?.kind === 'container.died' ? died.exitCode : undefined;
	const code = exitCode(container) ?? told;
	if (code === undefined) return undefined;
	const meaning = explainExit(code, container.details?.oomKilled);
	return `exit code ${code}${meaning === undefined ? '' : `: ${meaning}`}`;
};

/** Words with the last line that the probe printed behind them, and all that it printed; secrets covered. */
export const withProbe = (words: string, health: Health): Pick<Finding, 'words' | 'output'> => {
	const output = health.kind === 'none' ? '' : maskSecrets(health.lastProbe?.output.trim() ?? '');
	if (output === '') return {words};
	return {words: `${words}: ${output.split('\n').at(-1)?.trim()}`, output};
};

const freshMillis = 60_000;

/** It waits for its restart, or was started a moment ago. */
export const isFresh = ({container: {state, details}, nowMillis}: Facts): boolean =>
	state === 'restarting' ||
	(state === 'running' && nowMillis - (details?.startedAtMillis ?? 0) < freshMillis);
