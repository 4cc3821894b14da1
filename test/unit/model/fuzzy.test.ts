import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {fuzzyPattern, fuzzyPlaces, fuzzyScore, fuzzyText} from '../../../source/model/fuzzy.ts';

const score = (typed: string, text: string): number | undefined =>
	fuzzyScore(fuzzyPattern(typed), fuzzyText(text));

/** The texts that are found, best first. */
const ranked = (typed: string, ...texts: readonly string[]): readonly string[] =>
	texts
		.filter(text => score(typed, text) !== undefined)
		.toSorted((a, b) => (score(typed, b) ?? 0) - (score(typed, a) ?? 0));

/** The text with what was found in brackets. */
const found = (typed: string, text: string): string => {
	const places = new Set(fuzzyPlaces(fuzzyPattern(typed), fuzzyText(text)));
	return [...text].map((letter, at) => (places.has(at) ? `[${letter}]` : letter)).join('');
};

test('letters are found in their order, and only so', () => {
	expect(score('sap', 'shop/api')).toBeDefined();
	expect(score('pas', 'shop/api')).toBeUndefined();
	expect(score('apii', 'shop/api')).toBeUndefined();
	expect(score('', 'shop/api')).toBe(0);
});

describe('the better match comes first', () => {
	test.each([
		['api', ['shop/api', 'rapid', 'shop/a-pool-index']],
		['re', ['restart', 'core']],
		['sw', ['shop/web', 'showers']],
		['ls', ['listSort', 'bells']],
		['web', ['web', 'a-web', 'w-e-b']],
		['or', ['shop/orders', 'shop/worker']],
	])('%s', (typed, order) => {
		expect(ranked(typed, ...order.toReversed())).toEqual(order);
	});
});

describe('what is found is where a reader would look for it', () => {
	test.each([
		['api', 'rapid/api', 'rapid/[a][p][i]'],
		['sw', 'shop/wow', '[s]hop/[w]ow'],
		['pa', 'shop/apa-pa', 'shop/apa-[p][a]'],
		['shop api', 'api of shop', '[a][p][i] of [s][h][o][p]'],
		['LS', 'Less ListSort', 'Less [L]ist[S]ort'],
		['x', 'shop', 'shop'],
		['rest', 'Start/stop core, test', 'Start/stop co[r]e, t[e][s][t]'],
	])('%s in %s', (typed, text, shown) => {
		expect(found(typed, text)).toBe(shown);
	});
});

test('every word has to be found, in any order', () => {
	expect(score('web shop', 'shop/web')).toBeDefined();
	expect(score('web stop', 'shop/web')).toBeUndefined();
});

test('capitals count once one was typed', () => {
	expect(score('api', 'API')).toBeDefined();
	expect(score('API', 'api')).toBeUndefined();
	expect(score('Api', 'shop/Api')).toBeDefined();
});

test('letters beyond ASCII keep their places', () => {
	expect(found('z', 'İİ zoom')).toBe('İİ [z]oom');
	expect(score('注文', '注文-api')).toBeDefined();
});

test('of a text without end only the beginning is looked at', () => {
	const long = fuzzyText(`${'a'.repeat(100_000)}b`);
	expect(fuzzyScore(fuzzyPattern('b'), long)).toBeUndefined();
	expect(fuzzyScore(fuzzyPattern('a'.repeat(1000)), long)).toBeDefined();
});

test('any text is found by letters of its own, and the places spell them', () => {
	const letters = fc.string({unit: fc.constantFrom(...'abAB1/-_ é'), minLength: 1, maxLength: 30});
	fc.assert(
		fc.property(letters, fc.infiniteStream(fc.boolean()), (text, stream) => {
			const taken = [...text].filter(() => stream.next().value === true).join('');
			const typed = taken.replaceAll(/\s/g, '');
			const pattern = fuzzyPattern(typed);
			expect(fuzzyScore(pattern, fuzzyText(text))).toBeDefined();
			const spelled = fuzzyPlaces(pattern, fuzzyText(text)).map(at => text[at]);
			expect(spelled.join('').toLowerCase()).toBe(typed.toLowerCase());
		}),
	);
});
