import {inspectWords} from '../../../format/inspect-words.ts';
import {rawText} from '../../../format/raw-text.ts';
import type {Line, Span} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import {asciiSymbols} from '../../../format/symbols.ts';
import {textWidth} from '../../../format/width.ts';
import type {Json} from '../../../model/json.ts';
import type {ShowValue} from '../../../model/tree/inspect-secrets.ts';
import {entriesOf, pathOf} from '../../../model/tree/json-tree.ts';
import {plain, styled} from '../../widgets/spans.ts';

/** What is needed to say a value. */
export interface Said {
	readonly path: string;
	readonly key: string;
	readonly value: Json;
	readonly show: ShowValue;
}

/** Foreign text with its control bytes as signs: what is hidden in it is what somebody looks for. */
export const visible = (foreign: string, symbols: Symbols): string =>
	rawText(foreign, symbols.vertical === asciiSymbols.vertical);

/** Its text, foreign and with its control bytes as signs, and the colour of its type. */
const valueSpan = ({path, key, value, show}: Said, symbols: Symbols): Span => {
	const text = visible(show(path, key, value), symbols);
	if (typeof value === 'string' && value !== '') return plain(text);
	if (typeof value === 'number') return styled('info', text);
	return value === true ? styled('ok', text) : styled('muted', text);
};

/**
 * A value on as many lines as it needs and may have, the first of them behind `start`, the others below its
 * value; with what it means behind it.
 */
export const valueLines = (
	said: Said,
	start: Line,
	{
		width,
		most,
		symbols,
	}: {readonly width: number; readonly most: number; readonly symbols: Symbols},
): readonly Line[] => {
	const indent = start.reduce((cells, {text}) => cells + textWidth(text), 0);
	const span = valueSpan(said, symbols);
	const meaning = inspectWords(said.path, said.value);
	const words: Line = meaning === undefined ? [] : [styled('accent', `  ${meaning}`)];
	const room = Math.max(minValueCells, width - indent);
	const parts = pieces(span.text, room, most);
	return parts.map((text, index): Line => {
		const before =
			index === 0 ? start : [plain(' '.repeat(Math.max(0, Math.min(indent, width - room))))];
		const isLast = index === parts.length - 1;
		return [...before, {...span, text}, ...(isLast ? words : [])];
	});
};

const minValueCells = 12;

/** Cut by its characters: most long values are commands, paths and lists without a blank. */
const pieces = (text: string, room: number, most: number): readonly string[] => {
	const bounded = text.slice(0, room * most * 2);
	if (textWidth(bounded) <= room) return [text];
	const parts: string[] = [];
	let part = '';
	let cells = 0;
	for (const character of bounded) {
		const size = textWidth(character);
		if (cells + size > room) {
			parts.push(part);
			part = '';
			cells = 0;
			// The rest is cut where it is painted.
			if (parts.length === most) return [...parts.slice(0, -1), `${parts.at(-1)}${character}`];
		}
		part += character;
		cells += size;
	}
	return [...parts, part];
};

/** What is in an object or list, in a few words: `gunicorn app:api -w 4`, `Memory: 512M, NanoCpus: no limit`. */
export const preview = (path: string, value: Json, show: ShowValue): string => {
	const isList = Array.isArray(value);
	const entries = entriesOf(value).slice(0, mostPreviewed);
	const parts = entries.map(([key, item]) => {
		const inner = pathOf(path, key, isList);
		const text = isNested(item)
			? nested(item)
			: (inspectWords(inner, item) ?? show(inner, key, item));
		return isList ? text : `${key}: ${text}`;
	});
	const isWords = isList && entries.every(([, item]) => typeof item === 'string');
	return parts.join(isWords ? ' ' : ', ');
};

/** More than fit on the widest line. */
const mostPreviewed = 40;

const isNested = (value: Json): boolean => entriesOf(value).length > 0;

const nested = (value: Json): string =>
	Array.isArray(value) ? `[${value.length}]` : `{${entriesOf(value).length}}`;
