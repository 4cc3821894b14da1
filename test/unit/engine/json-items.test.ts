import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {JsonItems} from '../../../source/engine/json-items.ts';
import {splitAt} from '../../helpers/frames.ts';

const itemsOf = (chunks: readonly Uint8Array[]): string[] => {
	const items = new JsonItems();
	const found = chunks.flatMap(chunk => [...items.push(chunk)].map(json => json.toString('utf8')));
	items.end();
	return found;
};

const parse = (text: string, cuts: readonly number[] = []): unknown[] =>
	itemsOf(splitAt(Buffer.from(text), cuts)).map(json => JSON.parse(json));

const protocol = expect.objectContaining({kind: 'protocol'});
const cutsIn = fc.array(fc.nat(300));
const spaces = fc.constantFrom('', ' ', '\n', '\t\r\n  ');

test('where the bytes are cut does not matter', () =>
	fc.assert(
		fc.property(
			fc.array(fc.jsonValue({stringUnit: 'binary'})),
			cutsIn,
			spaces,
			fc.nat(2),
			(values, cuts, space, indent) => {
				const text = `${space}${JSON.stringify(values, undefined, indent)}${space}`;
				expect(parse(text, cuts)).toEqual(JSON.parse(text));
			},
		),
	));

test('what is broken is refused as JSON itself does, and nothing else is', () => {
	const piece = fc.constantFrom('[', ']', '{', '}', ',', ':', '"', '\\', '"a"', '1', 'null', ' ');
	const text = fc.array(piece, {maxLength: 12}).map(pieces => `[${pieces.join('')}`);
	fc.assert(
		fc.property(fc.oneof(text, fc.string()), cutsIn, (json, cuts) => {
			const isList = (() => {
				try {
					return Array.isArray(JSON.parse(json) ?? []);
				} catch {
					return false;
				}
			})();
			if (isList) expect(parse(json, cuts)).toEqual(JSON.parse(json) ?? []);
			else expect(() => parse(json, cuts)).toThrow();
		}),
		{numRuns: 2000},
	);
});

test('any start of a list is refused', () => {
	const text = '[{"a":"\\"]"},[1,{"b":[]}],"ä"]';
	for (let length = 0; length < Buffer.byteLength(text); length++) {
		const chunk = Buffer.from(text).subarray(0, length);
		expect(() => itemsOf([chunk])).toThrow(protocol);
	}
	expect(parse(text)).toHaveLength(3);
});

describe('what stands in place of a list', () => {
	test('null is an empty one', () => {
		expect(parse('null\n', [2])).toEqual([]);
		expect(parse(' [ ] ')).toEqual([]);
	});
	test.each(['', '{}', '"a"', '7', 'nullnull', '<html>no</html>', '[1] 2', '[1]]', '\u{FEFF}[]'])(
		'%j is refused',
		text => expect(() => parse(text)).toThrow(protocol),
	);
	test('is told with its first words', () => {
		expect(() => parse(`<html>${'x'.repeat(200)}`)).toThrow(/: <html>x{54}$/);
	});
});

test('an item without end is refused before it fills the memory', () => {
	const items = new JsonItems();
	const mebibyte = Buffer.alloc(1024 * 1024, 'x');
	items.push(Buffer.from('["')).next();
	expect(() => {
		for (;;) items.push(mebibyte).next();
	}).toThrow(protocol);
});
