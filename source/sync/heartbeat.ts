import {EngineError, isTimeout} from '../model/engine-error.ts';
import type {SyncContext} from './context.ts';

/** A silent stream proves nothing, so an engine that has said nothing else for so long is asked. */
const askAfterMillis = 2000;
/** The socket is looked at more often: it costs nothing. */
const longestRestMillis = 1000;
const shortestRestMillis = 250;
/** Of an engine that hangs; then everything is begun anew, in case the way to it is dead. */
const giveUpMillis = 30_000;
/** A deadline that was noticed so much too late passed while this program stood still. */
const lateMillis = 1500;
/** That of a ping. */
const deadlineMillis = 2000;

export interface HeartbeatEnds {
	/** It was answered. */
	onAnswer(): void;
	/** It was answered for the first time after a silence; something may have been missed. */
	onGap(): void;
}

/**
 * Watches over the connection until aborted: marks it as stale while nothing is answered. Rejects
 * when the engine is gone, or has been silent for so long that it is given up.
 */
export const pumpHeartbeat = async (context: SyncContext, ends: HeartbeatEnds): Promise<void> => {
	const {engine, clock, signal} = context;
	for (;;) {
		await clock.sleep(restMillis(engine.quietMillis()), signal);
		if (signal.aborted) return;
		const isAnswered = await beat(context);
		if (signal.aborted) return;
		if (isAnswered === true) tellAnswer(context, ends);
		if (isAnswered === false) tellSilence(context);
	}
};

/** Whether it is answered; undefined where that cannot be told. */
const beat = async ({engine, clock, signal}: SyncContext): Promise<boolean | undefined> => {
	const askedAtMillis = clock.now();
	try {
		await engine.look();
		if (engine.quietMillis() >= askAfterMillis) await engine.ping(signal);
		return true;
	} catch (error) {
		if (!isTimeout(error)) throw error;
		const wasAway = clock.now() - askedAtMillis > deadlineMillis + lateMillis;
		return wasAway ? undefined : false;
	}
};

const tellAnswer = ({store}: SyncContext, ends: HeartbeatEnds): void => {
	ends.onAnswer();
	if (store.getState().connection.status !== 'stale') return;
	store.dispatch({type: 'connection/answered'});
	ends.onGap();
};

const restMillis = (quietMillis: number): number =>
	Math.max(shortestRestMillis, Math.min(longestRestMillis, askAfterMillis - quietMillis));

const tellSilence = ({engine, store, clock}: SyncContext): void => {
	const quietMillis = engine.quietMillis();
	// Others are answered, so only the ping was slow.
	if (quietMillis < askAfterMillis) return;
	if (quietMillis > giveUpMillis)
		throw new EngineError('timeout', `The engine has not answered for ${giveUpMillis / 1000} s`, {
			brief: 'no answer',
			hint: 'The engine, or the way to it, may be overloaded or hung.',
		});
	store.dispatch({type: 'connection/silent', answeredAtMillis: clock.now() - quietMillis});
};
