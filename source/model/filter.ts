import type {Container} from './container.ts';

/**
 * What the user typed after `/`. Words are joined by "and"; each is text found in the name, image,
 * project, service, short id or ports, `/regex/` over the same, or `key:value` with one of the
 * keys below. A leading `!` turns a word round.
 */
export interface Filter {
	readonly text: string;
	/** Set when a regular expression cannot be read; its word is then left out. */
	readonly problem?: string;
	readonly matches: (container: Container) => boolean;
}

type Test = (container: Container) => boolean;

const facets: ReadonlyMap<string, (container: Container) => readonly string[]> = new Map([
	['name', container => [container.name]],
	['image', container => [container.image]],
	['project', container => [container.compose?.project ?? '']],
	['service', container => [container.compose?.service ?? '']],
	['status', container => [container.state]],
	['health', container => [container.health.kind]],
	['id', container => [container.ref.id]],
	['port', container => container.ports.map(port => String(port.publicPort ?? port.privatePort))],
	['label', container => Object.entries(container.labels).map(([key, value]) => `${key}=${value}`)],
]);

const everything = (container: Container): readonly string[] => [
	container.name,
	container.image,
	container.compose?.project ?? '',
	container.compose?.service ?? '',
	container.ref.id.slice(0, 12),
	...container.ports.map(port => `:${port.publicPort ?? port.privatePort}`),
];

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
	const texts = facet ?? everything;
	const pattern = facet === undefined ? word : (value ?? '');
	if (pattern === '') return undefined;
	const test = textTest(pattern);
	return container => texts(container).some(test);
};

const textTest = (pattern: string): ((text: string) => boolean) => {
	const [, source] = /^\/(.+)\/$/.exec(pattern) ?? [];
	if (source !== undefined) {
		const expression = new RegExp(source, 'i');
		return text => expression.test(text);
	}
	const wanted = pattern.toLowerCase();
	return text => text.toLowerCase().includes(wanted);
};
