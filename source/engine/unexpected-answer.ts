import {EngineError} from '../model/engine-error.ts';

/** What is hinted at wherever an answer is none of Docker's. */
export const otherEngineHint =
	'Is something else than a Docker engine, such as a proxy, behind this endpoint?';

/** An answer that is not what the API promises: `what` was asked, or what came instead. */
export const unexpectedAnswer = (what: string, cause?: unknown): EngineError =>
	new EngineError('protocol', `Unexpected answer from the engine: ${what}`, {
		hint: otherEngineHint,
		cause,
	});
