import {type Document, isMap, isScalar, isSeq, parseDocument} from 'yaml';
import {type HighlightRule, ruleOf, ruleSource} from '../model/logs/highlight-rule.ts';

const place = ['logs', 'highlight'];

/** The text of the file with one rule more; comments, order and what we do not know stay. Throws where it is no YAML. */
export const withRule = (text: string, rule: HighlightRule): string => {
	const document = parsed(text);
	const item = document.createNode({
		pattern: ruleSource(rule.pattern),
		color: rule.colour,
		...(rule.isBold ? {bold: true} : {}),
	});
	fillSection(document);
	const rules = document.getIn(place);
	if (isSeq(rules)) rules.add(item);
	else if (isNothing(rules)) document.setIn(place, document.createNode([item]));
	else throw new Error(`${place.join('.')} is not a list`);
	return written(document);
};

/** The same with one less. */
export const withoutRule = (text: string, {pattern}: HighlightRule): string => {
	const document = parsed(text);
	const rules = document.getIn(place);
	const source = ruleSource(pattern);
	if (!isSeq(rules) || source === undefined) return text;
	const isIt = (item: unknown): boolean => isMap(item) && isSameSource(item.get('pattern'), source);
	rules.items = rules.items.filter(item => !isIt(item));
	if (rules.items.length === 0) document.deleteIn(place);
	return written(document);
};

/** By hand an expression may be written in other ways, such as with an escaped slash. */
const isSameSource = (written: unknown, source: string): boolean =>
	typeof written === 'string' && ruleSource(ruleOf(written, 'red', false).pattern) === source;

const parsed = (text: string): Document => {
	const document = parseDocument(text);
	const [error] = document.errors;
	if (error !== undefined) throw error;
	return document;
};

/** A section of which everything is a comment is empty, and has to become one before it can be filled. */
const fillSection = (document: Document): void => {
	const [section = ''] = place;
	if (isNothing(document.contents)) document.contents = document.createNode({});
	if (!isMap(document.contents)) throw new Error('the file has no keys');
	const before = document.get(section, true);
	if (isMap(before)) return;
	if (!isNothing(before)) throw new Error(`${section} is not a section with keys`);
	const filled = document.createNode({});
	if (isScalar(before)) filled.comment = before.comment ?? null;
	document.set(section, filled);
};

const isNothing = (node: unknown): boolean =>
	node === undefined || node === null || (isScalar(node) && node.value === null);

const written = (document: Document): string => document.toString({lineWidth: 0});
