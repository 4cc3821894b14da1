import fc from 'fast-check';
import {hostilePayloads} from './payloads.ts';

const codePoint = fc.oneof(
	{weight: 3, arbitrary: fc.integer({min: 0x20, max: 0x7e})},
	{weight: 2, arbitrary: fc.integer({min: 0, max: 0xffff})},
	{weight: 1, arbitrary: fc.integer({min: 0, max: 0x10_ffff})},
	{weight: 1, arbitrary: fc.integer({min: 0x300, max: 0x36f})},
	{weight: 1, arbitrary: fc.integer({min: 0x1f300, max: 0x1faff})},
);

/** Code points of all kinds, lone surrogates among them. */
export const anyText: fc.Arbitrary<string> = fc
	.array(codePoint, {maxLength: 40})
	.map(codePoints => String.fromCodePoint(...codePoints));

const pieces = [
	...Object.values(hostilePayloads).filter(payload => payload.length < 2000),
	...['\u001b', '[', ']', 'm', ';', ':', '38', '5', '\u0007', '\u001b\\', '\u009b', '\u009c'],
	...['\u009d', 'a', ' ', '\t', '\r', '\n', '\0', '漢', 'e\u0301', '\u0301', '\u0338', '>', '가'],
	...['\u1161', '🚀', '👉', '\u0e33', '\u09c7', '\u09be', '\u200d', '\ufe0f'],
];

/** Text as an attacker writes it: pieces of sequences, controls, marks, letters, in any order. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
	fc.array(fc.constantFrom(...pieces), {maxLength: 12}).map(parts => parts.join('')),
	anyText,
);
