import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {LinearExpression} from '../../../../source/model/expression/linear-expression.ts';
import {parseParts} from '../../../../source/model/expression/parse-parts.ts';

const linear = (source: string, flags: string): LinearExpression => {
	const whole = parseParts(source);
	if (whole === undefined) throw new Error(`${source} is not known`);
	return new LinearExpression(source, flags, whole);
};

const place = (match: RegExpExecArray | null) => match && [match.index, match[0]];

const places = (text: string, expression: RegExp) =>
	[...text.matchAll(expression)].map(match => [match.index, match[0]]);

/** Both ways: that of the language, and that of one reading. */
const bothIn = (source: string, flags: string, text: string): void => {
	const [theirs, ours] = [new RegExp(source, flags), linear(source, flags)];
	const what = `/${source}/${flags} in ${JSON.stringify(text)}`;
	expect(ours.test(text), what).toBe(theirs.test(text));
	expect(place(ours.exec(text)), what).toEqual(place(theirs.exec(text)));
	expect(text.search(ours), what).toBe(text.search(theirs));
	const all = [new RegExp(source, `${flags}g`), linear(source, `${flags}g`)] as const;
	expect(places(text, all[1]), what).toEqual(places(text, all[0]));
};

test.each([
	['a.*b', 'xaybzb a b'],
	['a.*?b', 'xaybzb a b'],
	['^\\s*at (.*)$', '   at x.y(Z.java:1)'],
	['(foo|foobar)+', 'foobarfoo'],
	['(a|ab)(c|bcd)(d*)', 'abcd'],
	['\\bERR\\w*\\b', 'xERR ERROR, ERR_NO'],
	['\\Bing\\b', 'ing string'],
	['^$', ''],
	['x*', 'axxb'],
	['[^]+', 'a\nb'],
	['.+', 'a\nb\u2028c'],
	['"status":\\s*5\\d\\d', '{"status": 503}'],
	['({"level"})+', '{"level"}{"level"}'],
	['(\\d{1,3}\\.){3}\\d{1,3}', 'from 10.0.12.255:80'],
	['[0-9a-f]{8,}', 'id DEADBEEF00 cafe'],
	['\\u0041+|\\x42+|\\cJ', 'AAB\n'],
	['\\0*x|\\012', '\0\0x\n'],
	['(?<word>\\w+) (?:x|y){2,}', 'the word xyx'],
	['[)\\]](a+)+[[(]', ')aa['],
	['ſ+|k+', 'KK\u212a ſS'],
	['a{0}b{0,0}c{2}', 'cc'],
	['(?:)*|b', 'ab'],
	['(a*)*b|(a|b)*?c', 'aabac'],
])('/%s/ finds in %j what the language finds', (source, text) => {
	bothIn(source, '', text);
	bothIn(source, 'i', text);
});

const letters = fc.constantFrom('a', 'b', 'B', '.', '\\w', '[^a]', '[ab]', '\\n', ' ');
const edges = fc.constantFrom('^', '$', '\\b', '\\B');
const counts = fc.constantFrom(
	'*',
	'+',
	'?',
	'*?',
	'+?',
	'??',
	'{2}',
	'{1,2}',
	'{0,2}?',
	'{2,}',
	'',
);

const mayBeEmpty = (source: string): boolean =>
	new RegExp(`^(?:${source.replaceAll(/\\[bB]|[$^]/g, '')})$`).test('');

/** `repeatsEmpty`: also what may be empty is repeated. */
const anySource = (repeatsEmpty: boolean) =>
	fc.letrec<{source: string; sequence: string; piece: string}>(tie => ({
		source: fc.array(tie('sequence'), {minLength: 1, maxLength: 2}).map(parts => parts.join('|')),
		sequence: fc
			.array(fc.oneof({weight: 6, arbitrary: tie('piece')}, edges), {maxLength: 4})
			.map(parts => parts.join('')),
		piece: fc.oneof(
			{maxDepth: repeatsEmpty ? 1 : 2, withCrossShrink: true},
			fc.tuple(letters, counts).map(([letter, count]) => letter + count),
			fc
				.tuple(fc.constantFrom('(', '(?:'), tie('source'), counts)
				.map(([open, inner, count]) =>
					repeatsEmpty || !mayBeEmpty(inner) ? `${open}${inner})${count}` : `${open}${inner})`,
				),
		),
	})).source;

const anyText = fc.string({unit: fc.constantFrom('a', 'b', 'B', ' ', '\n', 'é'), maxLength: 9});

test('any expression finds in any text what the language finds', () => {
	fc.assert(
		fc.property(anySource(false), anyText, fc.constantFrom('', 'i'), (source, text, flags) => {
			bothIn(source, flags, text);
		}),
		{numRuns: 600},
	);
});

test('where what may be empty is repeated too, it finds something where the language does', () => {
	fc.assert(
		fc.property(anySource(true), anyText, (source, text) => {
			expect(linear(source, '').test(text)).toBe(new RegExp(source).test(text));
		}),
		{numRuns: 600},
	);
});

describe('the time', () => {
	test.each([
		['.*.*.*x', 'a'.repeat(16_000)],
		['(a+)+$', `${'a'.repeat(16_000)}b`],
		['^(\\w+\\s?)*$', `${'word '.repeat(3000)}!`],
		['(a|ab|b)*c', 'ab'.repeat(8000)],
		['a.*b.*c.*d', 'abc'.repeat(5000)],
		['\\d+ms', '1'.repeat(16_000)],
		['(x+x+)+y', 'x'.repeat(16_000)],
	])('of /%s/ is that of reading the text', (source, text) => {
		const expression = linear(source, '');
		expect(expression.test(text)).toBe(false);
		expect(expression.steps).toBeLessThan(text.length + 2000);
		expect(expression.exec(text)).toBeNull();
		expect(expression.steps).toBeLessThan(2 * text.length + 2000);
	});

	test('of tens of thousands of names is that of reading them', () => {
		const names = Array.from(
			{length: 30_000},
			(_, at) => `shop-api-${at}-aaaaaaaaaaaaaaaaaaaaaaaa`,
		);
		const expression = linear('.*a.*a.*a.*a.*b', 'i');
		expect(names.filter(name => expression.test(name))).toEqual([]);
		const length = names.reduce((sum, name) => sum + name.length, 0);
		expect(expression.steps).toBeLessThan(length + names.length + 20_000);
	});

	test('of all places ends before the square of the text', () => {
		const text = 'a'.repeat(16_000);
		const expression = linear('a.*b|a', 'g');
		const found = places(text, expression);
		expect(found.length).toBeGreaterThan(10);
		expect(expression.steps).toBeLessThan(50 * text.length);
		// What is no trouble is found to the end.
		expect(places(text, linear('a{1,2}?b?', 'g'))).toHaveLength(text.length);
	});

	test('of states without number is bounded, and the answer right', () => {
		const source = '(a|b)*a(a|b){14}c';
		const text = Array.from({length: 3000}, (_, at) => ((at * at) % 7 < 3 ? 'a' : 'b')).join('');
		const expression = linear(source, '');
		expect(expression.test(text)).toBe(false);
		expect(expression.steps).toBeLessThan(400 * text.length);
		expect(expression.test(`${text}a${'b'.repeat(14)}c`)).toBe(true);
	});
});
