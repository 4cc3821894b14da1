import {levelOfField, levelOfMongo} from './level-field.ts';
import type {LogLevel} from './log-level.ts';
import {parseLogfmt} from './logfmt.ts';

type Field = readonly [name: string, value: string];

/** A line of JSON or logfmt taken apart. Values are text: strings as they are, all else as JSON. Nested objects are flattened with dots (a bounded depth and count). */
export interface LogRecord {
	readonly format: 'json' | 'logfmt';
	/** As the program wrote it. */
	readonly time?: string;
	readonly level?: LogLevel;
	/** Empty where no field is one. */
	readonly message: string;
	/** The others, in the order of the line. */
	readonly fields: readonly Field[];
}

/** Undefined for a line that is no whole object of JSON and not logfmt throughout. */
export const parseRecord = (text: string): LogRecord | undefined => {
	if (text.startsWith('{')) {
		const fields = jsonFields(text);
		return fields && {format: 'json', ...sorted(fields)};
	}
	const fields = text.includes('=') ? parseLogfmt(text) : undefined;
	return fields && {format: 'logfmt', ...sorted(fields)};
};

const jsonFields = (text: string): readonly Field[] | undefined => {
	const fields: Field[] = [];
	try {
		const value: unknown = longNumber.test(text) ? JSON.parse(text, asWritten) : JSON.parse(text);
		flatten(value as Readonly<Record<string, unknown>>, '', 0, fields);
	} catch {
		// Only begins like JSON, was cut, or is nested deeper than any record: text like any other.
		return undefined;
	}
	return fields;
};

const longNumber = /\d{16}/;

/** Identifiers are often longer than a number of JavaScript is exact. */
const asWritten = (_: string, value: unknown, context?: {readonly source?: string}): unknown => {
	const isRounded = typeof value === 'number' && !Number.isSafeInteger(value);
	return isRounded ? (context?.source ?? value) : value;
};

const maxDepth = 4;
const maxFields = 200;

const flatten = (
	object: Readonly<Record<string, unknown>>,
	prefix: string,
	depth: number,
	into: Field[],
): void => {
	for (const [name, value] of Object.entries(object)) {
		if (into.length >= maxFields) return;
		const path = prefix + name;
		if (isObject(value) && depth < maxDepth) flatten(value, `${path}.`, depth + 1, into);
		else into.push([path, typeof value === 'string' ? value : JSON.stringify(value)]);
	}
};

/** With fields; an empty one is a value. */
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' &&
	value !== null &&
	!Array.isArray(value) &&
	Object.keys(value).length > 0;

/** In the order of preference. */
const timeNames = [
	...['time', 'ts', 'timestamp', '@timestamp', '@t', 't', 't.$date', 'asctime', 'datetime', 'date'],
	...['__REALTIME_TIMESTAMP', '_SOURCE_REALTIME_TIMESTAMP'],
];
const messageNames = [
	...['msg', 'message', '@m', '@mt', 'short_message', 'MESSAGE', 'event', 'fields.message'],
];

const sorted = (all: readonly Field[]): Omit<LogRecord, 'format'> => {
	const time = named(all, timeNames);
	const message = named(all, messageNames);
	const level = levelField(all);
	const used = [time, message, level?.field];
	return {
		...(time && {time: time[1]}),
		...(level && {level: level.level}),
		message: message?.[1] ?? '',
		fields: all.filter(field => !used.includes(field)),
	};
};

const named = (all: readonly Field[], names: readonly string[]): Field | undefined => {
	for (const name of names) {
		const found = all.find(([other]) => other === name);
		if (found) return found;
	}
	return undefined;
};

const levelField = (
	all: readonly Field[],
): {readonly level: LogLevel; readonly field: Field} | undefined => {
	const isGelf = all.some(([name]) => name === 'short_message');
	const isMongo = all[0]?.[0] === 't.$date';
	for (const field of all) {
		const [name, value] = field;
		const level = isMongo && name === 's' ? levelOfMongo(value) : levelOfField(name, value, isGelf);
		if (level) return {level, field};
	}
	return undefined;
};
