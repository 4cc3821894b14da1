import {known} from '../known.ts';
import {crashLoop} from './crashes.ts';
import {errorOf} from './error-of.ts';
import type {Facts, Finding} from './problem.ts';
import {endWords, isFresh} from './rule-words.ts';

/** How often it ended and since when, where that is so often that it will again. */
export const findCrashLoop = (facts: Facts): Finding | undefined => {
	const {container, recent, nowMillis, limits} = facts;
	const restarts = container.details?.restartCount ?? 0;
	const loop = crashLoop(recent, nowMillis, limits.restarts);
	// More may have happened than the engine remembers.
	const isLoop = loop !== undefined || (restarts >= limits.restarts && isFresh(facts));
	if (!isLoop || !['running', 'restarting'].includes(container.state)) return undefined;
	const seen = loop?.count ?? 0;
	const count = Math.max(seen, restarts);
	return {
		brief: `crash loop ×${count}`,
		words: [`crash loop: ended ${count} times`, endWords(facts)].filter(Boolean).join(', '),
		...known('sinceMillis', loop?.sinceMillis ?? container.details?.finishedAtMillis),
		...(restarts > seen && {isOlder: true}),
		...errorOf(container),
	};
};
