export type EngineErrorKind =
	/** Nothing answers at the endpoint, or the connection broke. */
	| 'unreachable'
	/** The socket may not be opened by this user. */
	| 'permission'
	/** 404 */
	| 'not-found'
	/** 409 */
	| 'conflict'
	/** 501, or an API version out of range */
	| 'unsupported'
	/** It changes something, and dockmon was told to change nothing: it was not sent. */
	| 'read-only'
	/** Our own deadline passed. */
	| 'timeout'
	/** An answer that is not what the API promises. */
	| 'protocol'
	/** The request was refused as wrong, 400. */
	| 'invalid'
	/** 5xx */
	| 'internal';

/**
 * The only error that leaves the engine layer, beside `AbortError`. `message` says what happened,
 * with the engine's own words where it gave any (foreign text); `hint` says what to do next.
 */
export class EngineError extends Error {
	override readonly name = 'EngineError';
	readonly kind: EngineErrorKind;
	readonly hint: string | undefined;
	/** Not to be tried again sooner by itself: asking in vain too often locks the user out. */
	readonly retryAfterMillis: number | undefined;
	/** The engine has not even begun to hear of it. */
	readonly isUnsent: boolean;
	/** Somebody before the engine gave up on it: what the engine does is not known. */
	readonly isOfGateway: boolean;
	/** Somebody answered, and said that this may not be asked; other calls may. */
	readonly isForbidden: boolean;
	/** The message in two or three words, for places with little room: `nobody answers`. */
	readonly brief: string | undefined;

	constructor(
		kind: EngineErrorKind,
		message: string,
		options: {
			hint?: string;
			brief?: string;
			cause?: unknown;
			retryAfterMillis?: number;
			isUnsent?: boolean;
			isOfGateway?: boolean;
			isForbidden?: boolean;
		} = {},
	) {
		super(message, {cause: options.cause});
		this.kind = kind;
		this.hint = options.hint;
		this.retryAfterMillis = options.retryAfterMillis;
		this.isUnsent = options.isUnsent ?? false;
		this.isOfGateway = options.isOfGateway ?? false;
		this.isForbidden = options.isForbidden ?? false;
		this.brief = options.brief;
	}
}

/** Somebody is there, perhaps, and does not answer. */
export const isTimeout = (error: unknown): boolean =>
	error instanceof EngineError && error.kind === 'timeout';

/** A proxy does not let this call through. */
export const isForbidden = (error: unknown): boolean =>
	error instanceof EngineError && error.isForbidden;

export const isAbortError = (error: unknown): boolean =>
	error instanceof Error && error.name === 'AbortError';
