import {EngineError} from '../model/engine-error.ts';
import {known} from '../model/known.ts';
import {maskSecrets} from '../model/secrets.ts';
import type {Failure} from '../store/failure.ts';

/** What the screen says of an error; one that is not from the engine is a defect and says so. */
export const toFailure = (error: unknown): Failure => {
	if (error instanceof EngineError) {
		const {kind, message, hint, brief} = error;
		return {
			kind,
			message: maskSecrets(message),
			...known('hint', hint),
			...known('brief', brief),
		};
	}
	const message = error instanceof Error ? error.message : String(error);
	return {kind: 'internal', message: maskSecrets(`defect in dockmon: ${message}`)};
};
