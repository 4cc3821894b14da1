import {EngineError, type EngineErrorKind, isTimeout} from '../../model/engine-error.ts';
import {wait} from '../wait.ts';
import type {Client} from './client.ts';

const removeMillis = 15_000;
/** Between one try and the next: an engine that restarts, or is late, has these seconds. */
const pausesMillis = [100, 200, 400, 800, 1600, 3200];

/** No answer is not a no: the engine may have done what was asked, or be about to. */
const answerless: ReadonlySet<EngineErrorKind> = new Set(['timeout', 'unreachable', 'protocol']);

/** Whether what was asked for may be there, or come to be there, although the asking failed like this. */
export const mayHaveMade = (error: unknown): boolean => {
	if (!(error instanceof EngineError)) return true;
	if (error.isUnsent) return false;
	return answerless.has(error.kind) || error.isOfGateway;
};

/**
 * Removes it, again and again for some seconds. False where it may be there still.
 *
 * @param mayCome it is called for by a name, and the engine may not have made it yet
 */
export const removeForSure = async (
	client: Client,
	idOrName: string,
	mayCome: boolean,
): Promise<boolean> => {
	const {signal} = new AbortController();
	let isAnswered = false;
	for (const pause of [...pausesMillis, undefined]) {
		try {
			const found = await removeDebug(client, idOrName);
			if (found === 'removed' || !mayCome) return true;
			isAnswered = true;
		} catch (error) {
			isAnswered = false;
			// It hangs, and somebody waits.
			if (isTimeout(error)) return false;
		}
		if (pause !== undefined) await wait(pause, signal);
	}
	return isAnswered;
};

/** The same error, which now says that something is left. */
export const withRemainder = (error: unknown, idOrName: string): unknown =>
	error instanceof EngineError
		? new EngineError(error.kind, `${error.message}; ${idOrName} may be left there`, {
				hint: '"Remove debug containers left behind" is in the palette.',
				cause: error,
			})
		: error;

/** Rejects where it may be there still; `none`: the engine has removed it by itself, or never made it. */
export const removeDebug = async (
	client: Client,
	idOrName: string,
): Promise<'removed' | 'none'> => {
	const {signal} = new AbortController();
	const query = {force: true, v: true};
	try {
		await client.ask(
			{
				...{method: 'DELETE', path: `/containers/${idOrName}`, query},
				...{what: 'remove debug container', deadlineMillis: removeMillis},
			},
			signal,
		);
		return 'removed';
	} catch (error) {
		if (!(error instanceof EngineError)) throw error;
		if (error.kind === 'not-found') return 'none';
		if (/removal of container .* in progress/i.test(error.message)) return 'removed';
		throw error;
	}
};
