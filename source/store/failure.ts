import type {EngineErrorKind} from '../model/engine-error.ts';

/** What went wrong with the engine, as the user reads it. */
export interface Failure {
	readonly kind: EngineErrorKind;
	readonly message: string;
	readonly hint?: string;
	/** The message in two or three words. */
	readonly brief?: string;
}
