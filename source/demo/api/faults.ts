/** What goes wrong with a request. */
export type Fault =
	/** Accepted, and never answered. */
	| 'hang'
	/** The connection is destroyed without a byte. */
	| 'refuse'
	/** The connection is closed after so many bytes of the body (of the stream, when hijacked). */
	| {readonly cutAt: number}
	/** The connection is reset after so many bytes: an RST on tcp; a unix socket has none and closes. */
	| {readonly resetAt: number}
	/** Nothing comes after so many bytes, and the connection stays open. */
	| {readonly stallAt: number}
	/** This body instead of the right one. */
	| {
			readonly body: string | Uint8Array;
			readonly status?: number;
			readonly contentType?: string;
			readonly headers?: Readonly<Record<string, string>>;
	  }
	/** The right answer, or another fault, so much later. */
	| {readonly delayMillis: number; readonly before?: Fault};

/** The oldest and the newest API version that an engine speaks. */
export interface ApiRange {
	readonly least: string;
	readonly most: string;
}

/** What goes wrong with an engine. Times are milliseconds since these faults came into force. */
export interface Faults {
	/** Asked for every request. `path` has neither version nor query: `/containers/json`. */
	match(method: string, path: string, url: string, elapsedMillis: number): Fault | undefined;
	/** How often an event is sent: 0 it is lost, 2 it comes twice. Asked for each event and listener. */
	copies?(action: string, elapsedMillis: number): number;
	/** How many of the last events come again when a stream of events is opened. */
	replayed?(elapsedMillis: number): number;
	/** How far the engine's clock is ahead of the real one; negative: behind. Going back stops its world. */
	clockOffsetMillis?(elapsedMillis: number): number;
	readonly api?: ApiRange | undefined;
}
