/** From harmless to bad. `notice` counts as info; critical, alert, emergency and panic as fatal. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

export type LogLevel = (typeof logLevels)[number];

const ranks = new Map(logLevels.map((level, rank) => [level, rank]));

export const isAtLeast = (level: LogLevel, least: LogLevel): boolean =>
	(ranks.get(level) ?? 0) >= (ranks.get(least) ?? 0);

export interface PlacedLevel {
	readonly level: LogLevel;
	/** Offsets of the word that told it, where a word did. */
	readonly at?: readonly [start: number, end: number];
}
