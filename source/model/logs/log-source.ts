import type {Container} from '../container.ts';

declare const brand: unique symbol;

/**
 * What a log belongs to: a place that containers take one after another. A container that was made
 * anew, by Compose or under the same name, goes on with the log of the one before. Compare only with `===`.
 */
export type LogSourceId = string & {readonly [brand]: 'LogSourceId'};

/** Labels are foreign text, so that no separator would be safe. */
export const logSourceOf = ({ref, name, compose}: Container): LogSourceId =>
	JSON.stringify(
		compose === undefined || compose.service === '' || compose.oneOff
			? [ref.hostId, name]
			: [ref.hostId, compose.project, compose.service, compose.number],
	) as LogSourceId;
