export type LogStream = 'stdout' | 'stderr';

/** One line of a container, or a note about lines that are not there. */
export type LogLine =
	| {
			readonly kind: 'line';
			readonly stream: LogStream;
			/** The engine's time stamp; undefined where it gave none. */
			readonly atMillis?: number;
			/** The same as it was sent (RFC 3339, nanoseconds kept): where a later `since` goes on. */
			readonly stamp?: string;
			/** Without the newline; foreign text, control bytes included. */
			readonly text: string;
			/** Bytes cut from the end because the line was too long. */
			readonly cutBytes?: number;
	  }
	| {
			readonly kind: 'gap';
			readonly atMillis?: number;
			/** Our own sentence: `restarted, exit 137`, `12 lines skipped`. */
			readonly reason: string;
	  };
