import {type Document, isMap, isScalar, isSeq, parseDocument} from 'yaml';
import {type HighlightRule, ruleSource} from '../model/logs/highlight-rule.ts';

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
	if (!isSeq(rules)) return text;
	const source = ruleSource(pattern);
	rules.items = rules.items.filter(item => !isMap(item) || item.get('pattern') !== source);
	if (rules.items.length === 0) document.deleteIn(place);
	return written(document);
};

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
