import type {Json} from '../json.ts';
import {entriesOf} from './json-tree.ts';

/** A value on one line: texts without quotes, of objects and lists only that they are empty. */
export const scalarText = (value: Json): string => {
	if (typeof value === 'string') return value === '' ? '""' : value;
	if (typeof value !== 'object' || value === null) return String(value);
	if (entriesOf(value).length > 0) return '';
	return Array.isArray(value) ? '[]' : '{}';
};
