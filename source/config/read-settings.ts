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
import {nearest} from '../model/nearest.ts';
import {printable, whyRefused} from './check-value.ts';
import {type Settings, schema} from './schema.ts';
import type {Setting, Value, ValueOf} from './setting.ts';

interface DocumentRead<Found> {
	readonly settings: Found;
	/** Line of each thing that was set, by its path: `list.sort`, `commands.1`. */
	readonly lines: ReadonlyMap<string, number>;
	/** One sentence each, with the line: what is wrong, and what becomes of it. */
	readonly warnings: readonly string[];
}

export type SettingsRead = DocumentRead<Settings>;

export interface ReadOptions {
	/** Refuses what does more than to decide what is seen. */
	readonly isDisplayOnly?: boolean;
}

/** The configuration. */
export const readSettings = (text: string, options: ReadOptions = {}): SettingsRead =>
	readDocument(text, schema, options);

/** A file that is no YAML sets nothing; of one that is, what is wrong is left out. */
export const readDocument = <S extends Setting & {kind: 'section'}>(
	text: string,
	of: S,
	options: ReadOptions = {},
): DocumentRead<ValueOf<S>> => {
	const counter = new LineCounter();
	const uniqueKeys = (text.match(/:/g)?.length ?? 0) <= mostComparedKeys;
	const document = parseDocument(text, {lineCounter: counter, prettyErrors: false, uniqueKeys});
	const lineOf = (offset: number): number => counter.linePos(offset).line;
	const [error] = document.errors;
	if (error !== undefined) {
		const reason = error.message.replace(/\s+/g, ' ');
		const warning = `line ${lineOf(error.pos[0])}: ${reason}`;
		return {settings: {} as ValueOf<S>, lines: new Map(), warnings: [warning]};
	}
	const warnings: string[] = [];
	const lines = new Map<string, number>();
	const reading: Reading = {
		document,
		options,
		aliasesLeft: mostAliases,
		warn(node, what) {
			const offset = node?.range?.[0];
			if (warnings.length < mostWarnings)
				warnings.push(offset === undefined ? what : `line ${lineOf(offset)}: ${what}`);
		},
		note(node, path) {
			const offset = node.range?.[0];
			if (offset !== undefined) lines.set(path.join('.'), lineOf(offset));
		},
	};
	const settings = readValue(reading, document.contents, of, []);
	return {settings: (settings ?? {}) as ValueOf<S>, lines, warnings};
};

/** Each key is compared with each other one; of so many nobody wrote them by hand. */
const mostComparedKeys = 3000;
/** To find what an alias names the whole file is looked through. */
const mostAliases = 50;
/** A file of a project is foreign: it must neither fill the messages nor the time of every frame. */
const mostWarnings = 50;
const mostItems = 200;

interface Reading {
	readonly document: Document;
	readonly options: ReadOptions;
	aliasesLeft: number;
	warn(node: Node | undefined, what: string): void;
	note(node: Node, path: readonly string[]): void;
}

type Path = readonly string[];

/** Undefined where nothing is there, or nothing of use. */
const readValue = (reading: Reading, found: unknown, setting: Setting, path: Path): unknown => {
	if (isAlias(found) && reading.aliasesLeft-- <= 0)
		return refused(reading, found, path, `is one of more than ${mostAliases} aliases`);
	const node = isAlias(found) ? found.resolve(reading.document) : (found as Node | null);
	if (node === null || node === undefined || (isScalar(node) && node.value === null)) {
		return undefined;
	}
	reading.note(node, path);
	switch (setting.kind) {
		case 'section':
			return readSection(reading, node, setting.settings, path);
		case 'map':
			return readMap(reading, node, setting.of, path);
		case 'list':
			if (!isSeq(node)) return refused(reading, node, path, 'is not a list');
			if (node.items.length > mostItems)
				refused(reading, node, path, `has more than ${mostItems} items; the others are left out`);
			return node.items
				.slice(0, mostItems)
				.map((item, index) => readValue(reading, item, setting.of, [...path, String(index + 1)]))
				.filter(item => item !== undefined);
		default:
			return readOne(reading, node, setting, path);
	}
};

const readOne = (reading: Reading, node: Node, setting: Value, path: Path): unknown => {
	const value = isSeq(node)
		? node.items.map(item => scalarOf(item, setting))
		: scalarOf(node, setting);
	const reason = whyRefused(setting, value);
	if (reason !== undefined) return refused(reading, node, path, reason);
	return setting.kind === 'texts' && !Array.isArray(value) ? [value] : value;
};

/** A key or a choice may look like a number. */
const scalarOf = (node: unknown, {kind}: Value): unknown => {
	if (!isScalar(node)) return undefined;
	const mayLookSo = kind === 'texts' || kind === 'choice';
	return mayLookSo && typeof node.value === 'number' ? node.source : node.value;
};

const readSection = (
	reading: Reading,
	node: Node,
	settings: Readonly<Record<string, Setting>>,
	path: Path,
): unknown => {
	if (!isMap(node)) return refused(reading, node, path, 'is not a section with keys');
	const values: Record<string, unknown> = {};
	for (const {key, value} of node.items) {
		const name = isScalar(key) ? String(key.value) : '';
		const inner = [...path, name];
		const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
		const problem = whyNotSet(reading, setting, inner, Object.keys(settings));
		if (problem !== undefined || setting === undefined) {
			reading.warn(key as Node, problem ?? '');
			continue;
		}
		const read = readValue(reading, value, setting, inner);
		if (read !== undefined) values[name] = read;
	}
	return values;
};

const whyNotSet = (
	{options}: Reading,
	setting: Setting | undefined,
	path: Path,
	names: readonly string[],
): string | undefined => {
	const name = path.at(-1) ?? '';
	if (setting === undefined) {
		const meant = nearest(name, names);
		const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
		return `there is no ${printable(path.join('.'))}${hint}`;
	}
	const isRefused = setting.isCostly || (path.length === 1 && setting.isDisplay !== true);
	return options.isDisplayOnly && isRefused
		? `${name} is not taken from a file in the current directory`
		: undefined;
};

const readMap = (reading: Reading, node: Node, of: Setting, path: Path): unknown => {
	if (!isMap(node)) return refused(reading, node, path, 'is not a section with keys');
	const values = node.items.flatMap(({key, value}): readonly (readonly [string, unknown])[] => {
		const name = printable(isScalar(key) ? String(key.value) : '');
		const read = readValue(reading, value, of, [...path, name]);
		return read === undefined ? [] : [[name, read]];
	});
	return Object.fromEntries(values);
};

const refused = (reading: Reading, node: Node, path: Path, reason: string): undefined => {
	reading.warn(node, `${printable(path.join('.')) || 'the file'} ${reason}`);
};
