import {parseComparison} from './comparison.ts';
import type {Container, Port} from './container.ts';
import {qualifiedName} from './container-facts.ts';
import {shortId} from './ids.ts';
import {known} from './known.ts';
import type {ContainerUsage} from './stats-sample.ts';
import {typedExpression} from './typed-expression.ts';

/**
 * What the user typed after `/`. Words are joined by "and"; each is text found in the name, image,
 * project, service, short id or ports, `~letters` that stand in this order in the name, `/regex/` over
 * the same as text, `key:value` with one of the keys below, or a comparison such as `cpu>50`
 * (`comparison.ts`). A leading `!` turns a word round.
 */
export interface Filter {
	readonly text: string;
	/** Set when a word cannot be read, or may take for ever; it is then left out. */
	readonly problem?: string;
	/** What else than the list the answer depends on: it is then asked for when the list is ordered. */
	readonly needs?: 'details' | 'usage' | 'both';
	/** `isIn`: it matched when it was asked last. */
	readonly matches: (container: Container, usage?: ContainerUsage, isIn?: boolean) => boolean;
}

interface Test {
	readonly needs?: 'details' | 'usage';
	readonly holds: (
		container: Container,
		usage: ContainerUsage | undefined,
		isIn: boolean,
	) => boolean;
}

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
	['network', ({networks}, test) => networks.some(({name}) => test(name))],
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

/** Letters of an image or an id stand in any order. */
const names: Facet = (container, test) => test(qualifiedName(container)) || test(container.name);

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
	return {
		text,
		matches: (container, usage, isIn = false) =>
			tests.every(({holds}) => holds(container, usage, isIn)),
		...known('needs', needed(tests)),
		...known('problem', problem),
	};
};

const needed = (tests: readonly Test[]): Filter['needs'] => {
	const [first, second] = new Set(tests.flatMap(({needs}) => needs ?? []));
	return second === undefined ? first : 'both';
};

/** Undefined for a word that says nothing yet, so that typing `status:up` does not empty the list. */
const wordTest = (word: string): Test | undefined => {
	if (word.startsWith('!')) {
		const inner = wordTest(word.slice(1));
		return (
			inner && {
				...inner,
				holds: (container, usage, isIn) => !inner.holds(container, usage, !isIn),
			}
		);
	}
	const comparison = parseComparison(word);
	if (comparison !== undefined) return comparison === 'unfinished' ? undefined : comparison;
	const [, key = '', value] = /^([a-z]+):(.*)$/.exec(word) ?? [];
	const facet = facets.get(key);
	const pattern = facet === undefined ? word : (value ?? '');
	if (pattern === '' || pattern === '~') return undefined;
	const found = facet ?? (pattern.startsWith('~') ? names : everything);
	const test = textTest(pattern);
	return {holds: container => found(container, test)};
};

/** So much of a text is looked at: a label may be as long as somebody likes, and there may be many. */
const lookedAt = 4096;

const textTest = (pattern: string): TextTest => {
	const [, source] = /^\/(.+)\/$/.exec(pattern) ?? [];
	if (source !== undefined) {
		const expression = typedExpression(source, 'i');
		return text => expression.test(text.length > lookedAt ? text.slice(0, lookedAt) : text);
	}
	if (pattern.startsWith('~')) return inOrder(pattern.slice(1).toLowerCase());
	const wanted = pattern.toLowerCase();
	return text => text.toLowerCase().includes(wanted);
};

/** All letters are there, in this order: `~spg` finds `shop/postgres`. */
const inOrder =
	(letters: string): TextTest =>
	text => {
		const lower = text.toLowerCase();
		let from = 0;
		for (const letter of letters) {
			const place = lower.indexOf(letter, from);
			if (place < 0) return false;
			from = place + letter.length;
		}
		return true;
	};
