import type {Container, Port} from './container.ts';
import {shortId} from './ids.ts';
import {typedExpression} from './typed-expression.ts';

/**
 * What the user typed after `/`. Words are joined by "and"; each is text found in the name, image,
 * project, service, short id or ports, `/regex/` over the same, or `key:value` with one of the
 * keys below. A leading `!` turns a word round.
 */
export interface Filter {
	readonly text: string;
	/** Set when a regular expression cannot be read, or may take for ever; its word is then left out. */
	readonly problem?: string;
	readonly matches: (container: Container) => boolean;
}

type Test = (container: Container) => boolean;
type TextTest = (text: string) => boolean;
/** True where one of the texts passes; asks no further, because there may be many containers. */
type Facet = (container: Container, test: TextTest) => boolean;

const facets: ReadonlyMap<string, Facet> = new Map<string, Facet>([
	['name', ({name}, test) => test(name)],
	['image', ({image}, test) => test(image)],
	['project', ({compose}, test) => test(compose?.project ?? '')],
	['service', ({compose}, test) => test(compose?.service ?? '')],
	['status', ({state}, test) => test(state)],
	['health', ({health}, test) => test(health.kind)],
	['id', ({ref}, test) => test(ref.id)],
	['port', ({ports}, test) => ports.some(port => test(String(outsidePort(port))))],
	[
		'label',
		({labels}, test) => Object.entries(labels).some(([key, value]) => test(`${key}=${value}`)),
	],
]);

const everything: Facet = ({name, image, compose, ref, ports}, test) =>
	test(name) ||
	test(image) ||
	test(compose?.project ?? '') ||
	test(compose?.service ?? '') ||
	test(shortId(ref.id)) ||
	ports.some(port => test(`:${outsidePort(port)}`));

const outsidePort = ({publicPort, privatePort}: Port): number => publicPort ?? privatePort;

export const parseFilter = (text: string): Filter => {
	const tests: Test[] = [];
	let problem: string | undefined;
	for (const word of text.split(/\s+/).filter(Boolean)) {
		try {
			const test = wordTest(word);
			if (test !== undefined) tests.push(test);
		} catch (error) {
			problem = error instanceof Error ? error.message : String(error);
		}
	}
	const matches: Test = container => tests.every(test => test(container));
	return {text, matches, ...(problem === undefined ? {} : {problem})};
};

/** Undefined for a word that says nothing yet, so that typing `status:up` does not empty the list. */
const wordTest = (word: string): Test | undefined => {
	if (word.startsWith('!')) {
		const inner = wordTest(word.slice(1));
		return inner && (container => !inner(container));
	}
	const [, key = '', value] = /^([a-z]+):(.*)$/.exec(word) ?? [];
	const facet = facets.get(key);
	const holds = facet ?? everything;
	const pattern = facet === undefined ? word : (value ?? '');
	if (pattern === '') return undefined;
	const test = textTest(pattern);
	return container => holds(container, test);
};

const textTest = (pattern: string): TextTest => {
	const [, source] = /^\/(.+)\/$/.exec(pattern) ?? [];
	if (source !== undefined) {
		const expression = typedExpression(source, 'i');
		return text => expression.test(text);
	}
	const wanted = pattern.toLowerCase();
	return text => text.toLowerCase().includes(wanted);
};
