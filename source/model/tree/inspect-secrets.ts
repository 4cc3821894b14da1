import type {Json} from '../json.ts';
import {cover, isPasswordOption, maskAssignment, maskSecrets, maskValue} from '../secrets.ts';
import {entriesOf} from './json-tree.ts';
import {scalarText} from './scalar-text.ts';

/** Texts of a value as it may be shown: by its path and key. */
export type ShowValue = (path: string, key: string, value: Json) => string;

/** Secrets in the open. */
export const showAll: ShowValue = (_path, _key, value) => scalarText(value);

/** With a cover over the secrets of these documents. */
export const coverSecrets = (documents: readonly Json[]): ShowValue => {
	const passwords = new Set<string>();
	for (const document of documents) collectPasswords(document, passwords);
	return (path, key, value) => {
		if (typeof value !== 'string' || value === '') return scalarText(value);
		if (passwords.has(value)) return cover;
		if (isItem(path)) return maskAssignment(value);
		return isOfUser(path) ? maskValue(key, value) : maskSecrets(value);
	};
};

const isItem = (path: string): boolean => /\[\d+\]$|(^|\.)Env\[.*\]$/s.test(path);

/** Keys that people gave, which say what the value is. Those of the engine are known to be harmless. */
const isOfUser = (path: string): boolean =>
	/(^|\.)(Labels|Annotations|DriverOpts|Options|Sysctls|StorageOpt|LogConfig\.Config)[.[]/.test(
		path,
	);

/** `--requirepass x`: a password that only the word before it gives away. */
const collectPasswords = (value: Json, found: Set<string>): void => {
	let option = '';
	for (const [, item] of entriesOf(value)) {
		if (typeof item === 'object') collectPasswords(item, found);
		if (typeof item !== 'string' || !Array.isArray(value)) continue;
		if (option !== '' && !item.startsWith('-') && item !== '') found.add(item);
		option = isPasswordOption(item) ? item : '';
	}
};
