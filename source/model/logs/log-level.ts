/** From harmless to bad. `notice` counts as info; critical, alert, emergency and panic as fatal. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type LogLevel = (typeof logLevels)[number];

export const isAtLeast = (level: LogLevel, least: LogLevel): boolean =>
	logLevels.indexOf(level) >= logLevels.indexOf(least);
