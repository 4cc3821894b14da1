import {cover, isSecretName, maskAssignment, maskSecrets, maskValue} from '../secrets.ts';

/**
 * What `config` printed with a cover over its secrets: values by the name they stand under, assignments
 * and addresses in lists, and what follows an option such as `--requirepass`. Compose puts the values of
 * `.env` and of the environment into it, so that it shows more than the files do.
 */
export const maskConfig = (value: unknown, name = ''): unknown => {
	if (typeof value === 'string') return name === '' ? maskSecrets(value) : maskValue(name, value);
	if (typeof value === 'number') return isSecretName(name, String(value)) ? cover : value;
	if (Array.isArray(value)) return maskItems(value, name);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, maskConfig(inner, key)]),
	);
};

/** No list has so many words; those behind them are not worth the time to look for them all in the line. */
const mostItems = 2000;

/** What is covered where the items are one line, is in a list of words too: `-phunter2` of mysql. */
const maskItems = (items: readonly unknown[], name: string): readonly unknown[] => {
	const words = items.slice(0, mostItems).filter(item => typeof item === 'string');
	const line = maskSecrets(words.join(' '));
	return items.map((item, index) => {
		if (index >= mostItems && typeof item === 'string') return cover;
		const masked = maskItem(item, items[index - 1]);
		const isOpen = typeof item === 'string' && item !== '' && masked === item;
		return isOpen && (isSecretName(name, item) || !line.includes(item)) ? cover : masked;
	});
};

const maskItem = (item: unknown, before: unknown): unknown => {
	if (typeof item !== 'string') return maskConfig(item);
	return isSecretOption(before, item) ? cover : maskAssignment(item);
};

/** `--requirepass`, whose value is the next word. */
const isSecretOption = (option: unknown, value: string): boolean => {
	if (typeof option !== 'string' || !/^--?[a-z]/i.test(option) || option.includes('='))
		return false;
	const isNamed = isSecretName(option.replace(/^-+/, ''), value);
	return isNamed || !maskSecrets(`${option} ${value}`).endsWith(value);
};
