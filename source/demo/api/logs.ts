import type {DemoContainer} from '../world/container.ts';
import {entriesBetween, type LogEntry, lastEntries, toNanos} from '../world/journal.ts';
import {ApiError} from './api-error.ts';
import {containerOf} from './engine.ts';
import {isAtLeast, type Query} from './exchange.ts';
import {frame, multiplexedType, rawType} from './frames.ts';
import {follow} from './log-follow.ts';
import type {Sink} from './reply.ts';
import type {Handler} from './router.ts';
import {nanosText} from './words.ts';

/** `GET /containers/{id}/logs`: one chunk per entry, headers at once. */
export const containerLogs: Handler = async (engine, exchange, parameter) => {
	const {query, reply, apiVersion} = exchange;
	const {world} = engine;
	const container = containerOf(engine, parameter('id'));
	requireReadable(container, query);
	const now = toNanos(world.nowMillis);
	const until = query.instant('until') || undefined;
	const past = until !== undefined && until < now ? until : now;
	const backlog = backlogOf(container, query, now);

	const type = container.spec.tty ? rawType : multiplexedType;
	const sink = reply.stream(isAtLeast(apiVersion, '1.42') ? type : undefined);
	const write = writerOf(container, query, sink);
	for (const entry of backlog) {
		if (entry.atNanos > past) break;
		write(entry);
		if (sink.isFull) await sink.drained();
		if (!sink.isOpen) return;
	}
	if (query.flag('follow') && (until === undefined || until > now))
		await follow(world, container, {after: past, until}, sink, write);
	sink.end();
};

const requireReadable = ({spec}: DemoContainer, query: Query): void => {
	if (!query.flag('stdout') && !query.flag('stderr'))
		throw new ApiError(400, 'Bad parameters: you must choose at least one stream');
	if (spec.logDriver === 'none')
		throw new ApiError(501, 'configured logging driver does not support reading');
};

/** What `since` and `tail` leave of the past. The tail is that of the whole log, whatever `until` says. */
const backlogOf = (
	container: DemoContainer,
	query: Query,
	nowNanos: bigint,
): Iterable<LogEntry> => {
	const after = (query.instant('since') ?? 0n) - 1n;
	const tail = query.text('tail') ?? '';
	// As the real engine: what is no number, or negative, means everything.
	return /^\d+$/.test(tail)
		? lastEntries(container, Number(tail), after, nowNanos)
		: entriesBetween(container, after, nowNanos);
};

export const writerOf = (container: DemoContainer, query: Query, sink: Sink) => {
	const wanted = {stdout: query.flag('stdout'), stderr: query.flag('stderr')};
	const isStamped = query.flag('timestamps');
	const {tty = false} = container.spec;
	return ({stream, text, atNanos}: LogEntry): void => {
		// A terminal has one stream only.
		if (!wanted[tty ? 'stdout' : stream]) return;
		const line = `${isStamped ? `${nanosText(atNanos)} ` : ''}${text}`;
		sink.write(tty ? `${line}\r\n` : frame(stream, `${line}\n`));
	};
};
