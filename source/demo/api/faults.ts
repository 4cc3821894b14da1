/** What goes wrong with a request. */
export type Fault =
	/** Accepted, and never answered. */
	| 'hang'
	/** The connection is destroyed without a byte. */
	| 'refuse'
	/** The connection is destroyed after so many bytes of the body (of the stream, when hijacked). */
	| {readonly cutAt: number}
	/** This body instead of the right one. */
	| {readonly body: string; readonly status?: number; readonly contentType?: string}
	/** The right answer, so much later. */
	| {readonly delayMillis: number};

/** Asked for every request. `path` has neither version nor query: `/containers/json`. */
export interface Faults {
	match(method: string, path: string, url: string): Fault | undefined;
}
