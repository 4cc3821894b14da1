import {stringify} from 'yaml';
import {type Effective, valueAt} from './layers.ts';
import {schema} from './schema.ts';
import type {Setting} from './setting.ts';

/**
 * The settings as YAML, each with who said so; what nobody has set is a comment with what holds then.
 * Read as a configuration it gives the same settings again, but for what was masked.
 */
export const printSettings = (
	effective: Effective,
	schemaUrl: string,
	commands: readonly KnownCommand[],
): string =>
	[
		`# yaml-language-server: $schema=${schemaUrl}`,
		...section({...effective, commands}, schema, []),
	].join('\n');

/** What can be given other keys. */
interface KnownCommand {
	readonly id: string;
	readonly title: string;
	readonly keys: readonly string[];
}

interface Printed extends Effective {
	readonly commands: readonly KnownCommand[];
}

type Path = readonly string[];

const section = (effective: Printed, setting: Setting, path: Path): readonly string[] => {
	if (setting.kind !== 'section') return [];
	return Object.entries(setting.settings).flatMap(([name, inner]) =>
		part(effective, inner, [...path, name]),
	);
};

const part = (effective: Printed, setting: Setting, path: Path): readonly string[] => {
	const name = path.at(-1) ?? '';
	const indent = indentOf(path);
	const value = valueAt(effective.settings, path.join('.'));
	if (setting.kind === 'section') {
		const isSet = value !== undefined;
		return [`${indent}${isSet ? '' : '# '}${name}:`, ...section(effective, setting, path)];
	}
	if (setting.kind === 'map') {
		const entries = Object.entries((value ?? {}) as Readonly<Record<string, unknown>>);
		const inner = entries.flatMap(([key, each]) => written(effective, [...path, key], each));
		const others = effective.commands.filter(({id}) => !entries.some(([key]) => key === id));
		const about = `  # ${setting.about ?? ''}`;
		return [
			`${indent}${inner.length === 0 ? '# ' : ''}${name}:${about}`,
			...inner,
			...others.map(command => unbound(command, [...path, command.id])),
		];
	}
	if (value === undefined) return [unset(setting, path)];
	return written(effective, path, value);
};

const unset = ({about, byDefault}: Setting, path: Path): string => {
	const held = byDefault === undefined ? '' : ` ${byDefault}`;
	return `${indentOf(path)}# ${path.at(-1)}:${held}${about === undefined ? '' : `  # ${about}`}`;
};

const unbound = ({keys, title}: KnownCommand, path: Path): string => {
	const held = stringify(
		{[path.at(-1) ?? '']: keys.length === 1 ? keys[0] : keys},
		{
			...{lineWidth: 0, collectionStyle: 'flow'},
		},
	);
	const text = held.trim().replace(/^\{ (.*) \}$/, '$1');
	return `${indentOf(path)}# ${text}  # ${title}`;
};

const written = ({origins}: Effective, path: Path, value: unknown): readonly string[] => {
	const text = stringify({[path.at(-1) ?? '']: masked(value)}, {lineWidth: 0});
	const [first = '', ...more] = text.trimEnd().split('\n');
	const origin = origins.get(path.join('.')) ?? '';
	const indent = indentOf(path);
	return [`${indent}${first}  # ${origin}`, ...more.map(line => `${indent}${line}`)];
};

const indentOf = (path: Path): string => '  '.repeat(path.length - 1);

/** What is printed is shown to others; what is named like a secret is not. */
const masked = (value: unknown): unknown => {
	if (Array.isArray(value)) {
		return value.map((each, index) =>
			typeof each === 'string' && secretFlag.test(String(value[index - 1])) ? mask : masked(each),
		);
	}
	if (typeof value === 'string') return value.replaceAll(secret, `$1${mask}`);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, masked(each)]));
};

const mask = '***';
const secretName = String.raw`[\w-]*(?:password|passwd|token|secret|api[_-]?key)[\w-]*`;
const secret = new RegExp(String.raw`(${secretName}[=:]\s*|--${secretName}\s+)[^\s"']+`, 'gi');
const secretFlag = new RegExp(`^--?${secretName}$`, 'i');
