import {exitOf, type Happening} from './happening.ts';
import {eventWords} from './timeline-words.ts';
import {typedExpression} from './typed-expression.ts';

export type HappeningFilter = (happening: Happening) => boolean;

/**
 * Words joined by "and", each text or `/expression/` that is found in what happened or in what it happened
 * to; `!` before one turns it round. What cannot be read is left out.
 */
export const happeningFilter = (text: string): HappeningFilter => {
	const tests = text.split(/\s+/).flatMap(word => wordTest(word) ?? []);
	return happening => {
		if (tests.length === 0) return true;
		const said = textOf(happening);
		return tests.every(test => test(said));
	};
};

const wordTest = (typed: string): ((said: string) => boolean) | undefined => {
	const word = typed.replace(/^!+/, '');
	const test = plainTest(word);
	return (typed.length - word.length) % 2 === 0 ? test : test && (said => !test(said));
};

const plainTest = (word: string): ((said: string) => boolean) | undefined => {
	if (word === '') return undefined;
	const [, source] = /^\/(.+)\/$/.exec(word) ?? [];
	if (source === undefined) {
		const wanted = word.toLowerCase();
		return said => said.toLowerCase().includes(wanted);
	}
	try {
		const expression = typedExpression(source, 'i');
		return said => expression.test(said);
	} catch {
		return undefined;
	}
};

const textOf = (happening: Happening): string => {
	const {entry, kind, parts} = happening;
	const {name, project} = entry;
	const subject = [project, name].filter(Boolean).join('/') || 'engine';
	const code = exitOf(happening);
	return [
		subject,
		...(kind === 'single' ? [] : [kind]),
		...(code === undefined ? [] : [`exit code ${code}`]),
		...new Set(parts.map(({event}) => eventWords(event))),
	].join('\n');
};
