import {levelOfPriority, levelWord} from './level-words.ts';
import type {LogLevel} from './log-level.ts';

const wordFields = new Set([
	...['level', 'lvl', 'severity', 'levelname', 'loglevel', 'log_level', 'log.level', 'level_name'],
	...['@l', '@level', 'severity_text', 'severitytext', 'status'],
]);

/** Of pino and bunyan; what lies between counts as the one below. */
const tens: readonly (LogLevel | undefined)[] = [
	...([undefined, 'trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const),
];
const pythonTens: readonly (LogLevel | undefined)[] = [
	...([undefined, 'debug', 'info', 'warn', 'error', 'fatal'] as const),
];

/**
 * The level that a field of a record tells; undefined where it tells none. `isGelf`: in the Graylog
 * format, whose levels are those of syslog.
 */
export const levelOfField = (name: string, value: string, isGelf = false): LogLevel | undefined => {
	const field = name.toLowerCase();
	if (wordFields.has(field)) {
		return levelOfWord(value) ?? (field === 'level' ? ofNumber(value, isGelf) : undefined);
	}
	if (field === 'levelno') return pythonTens[tensOf(value)];
	return field === 'priority' && digits.test(value) ? levelOfPriority(Number(value)) : undefined;
};

const digits = /^\d{1,2}$/;

const tensOf = (value: string): number => (digits.test(value) ? Math.floor(Number(value) / 10) : 0);

const ofNumber = (value: string, isGelf: boolean): LogLevel | undefined =>
	isGelf && digits.test(value) ? levelOfPriority(Number(value)) : tens[tensOf(value)];

/** `DEBUG-4` and `WARN+1` are levels between the others. */
const offset = /[+-]\d{1,2}$/;

const levelOfWord = (value: string): LogLevel | undefined => {
	const word = value.trim().replace(offset, '');
	return levelWord(word, 0, word.length)?.level;
};

const mongoSeverities: Readonly<Record<string, LogLevel>> = {
	F: 'fatal',
	E: 'error',
	W: 'warn',
	I: 'info',
	D: 'debug',
};

/** The field `s` of MongoDB, where the record begins with the field `t`: `I`, `E`, `D1` to `D5`. */
export const levelOfMongo = (value: string): LogLevel | undefined =>
	value.length <= 2 ? mongoSeverities[value.charAt(0)] : undefined;
