import {
	type Document,
	isAlias,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	type Node,
	parseDocument,
} from 'yaml';
import {nearest} from './nearest.ts';
import {type Settings, schema} from './schema.ts';
import type {Setting, ValueOf} from './setting.ts';

interface DocumentRead<Value> {
	readonly settings: Value;
	/** One sentence each, with the line: what is wrong, and what becomes of it. */
	readonly warnings: readonly string[];
}

export type SettingsRead = DocumentRead<Settings>;

/** The configuration. */
export const readSettings = (text: string): SettingsRead => readDocument(text, schema);

/** A file that is no YAML sets nothing; of one that is, what is wrong is left out. */
export const readDocument = <S extends Setting & {kind: 'section'}>(
	text: string,
	of: S,
): DocumentRead<ValueOf<S>> => {
	const lines = new LineCounter();
	const document = parseDocument(text, {lineCounter: lines, prettyErrors: false});
	const lineOf = (offset: number): number => lines.linePos(offset).line;
	const [error] = document.errors;
	if (error !== undefined) {
		const reason = error.message.replace(/\s+/g, ' ');
		return {settings: {} as ValueOf<S>, warnings: [`line ${lineOf(error.pos[0])}: ${reason}`]};
	}
	const warnings: string[] = [];
	const warn = (node: Node | undefined, what: string): void => {
		const offset = node?.range?.[0];
		warnings.push(offset === undefined ? what : `line ${lineOf(offset)}: ${what}`);
	};
	const settings = readValue({document, warn}, document.contents, of, []);
	return {settings: (settings ?? {}) as ValueOf<S>, warnings};
};

interface Reading {
	readonly document: Document;
	warn(node: Node | undefined, what: string): void;
}

/** Undefined where nothing is there, or nothing of use. */
const readValue = (
	reading: Reading,
	found: unknown,
	setting: Setting,
	path: readonly string[],
): unknown => {
	const node = isAlias(found) ? found.resolve(reading.document) : (found as Node | null);
	if (node === null || node === undefined || (isScalar(node) && node.value === null)) {
		return undefined;
	}
	if (setting.kind === 'section') return readSection(reading, node, setting.settings, path);
	if (setting.kind === 'list') {
		if (!isSeq(node)) return refused(reading, node, path, 'is not a list');
		return node.items
			.map((item, index) => readValue(reading, item, setting.of, [...path, String(index + 1)]))
			.filter(item => item !== undefined);
	}
	const value = isScalar(node) ? node.value : undefined;
	const reason = whyRefused(setting, value);
	return reason === undefined ? value : refused(reading, node, path, reason);
};

const readSection = (
	reading: Reading,
	node: Node,
	settings: Readonly<Record<string, Setting>>,
	path: readonly string[],
): unknown => {
	if (!isMap(node)) return refused(reading, node, path, 'is not a section with keys');
	const values: Record<string, unknown> = {};
	for (const {key, value} of node.items) {
		const name = isScalar(key) ? String(key.value) : '';
		const inner = [...path, name];
		const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
		if (setting === undefined) {
			const meant = nearest(name, Object.keys(settings));
			const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
			reading.warn(key as Node, `there is no ${printable(inner.join('.'))}${hint}`);
			continue;
		}
		const read = readValue(reading, value, setting, inner);
		if (read !== undefined) values[name] = read;
	}
	return values;
};

const refused = (
	reading: Reading,
	node: Node,
	path: readonly string[],
	reason: string,
): undefined => {
	reading.warn(node, `${printable(path.join('.')) || 'the file'} ${reason}`);
};

/** A value is told by its type, because what is in it may be anything. */
const whyRefused = (
	setting: Exclude<Setting, {kind: 'section' | 'list'}>,
	value: unknown,
): string | undefined => {
	switch (setting.kind) {
		case 'text':
			if (typeof value !== 'string') return 'is not a text; put it into quotes';
			return value === printable(value)
				? setting.refuse?.(value)
				: 'has control characters, which are not shown';
		case 'number': {
			const {least, most} = setting;
			const isSound = Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
			return isSound ? undefined : `is not a whole number from ${least} to ${most}`;
		}
		case 'choice':
			return typeof value === 'string' && setting.choices.includes(value)
				? undefined
				: `is none of ${setting.choices.join(', ')}`;
		case 'flag':
			return typeof value === 'boolean' ? undefined : 'is neither true nor false';
	}
};

/** What a terminal would act on has no place in names and patterns. */
const printable = (text: string): string =>
	text.replaceAll(/[\0-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' ');
