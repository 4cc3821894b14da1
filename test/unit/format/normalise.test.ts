import {expect, test} from 'vitest';
import {doubtful, joining, kindOf, traitsOf, wide} from '../../../source/format/code-point.ts';
import {normalised} from '../../../source/format/normalise.ts';

const surrogates = /\p{Cs}/u;

const allCharacters = function* (): Generator<string> {
	for (let codePoint = 0; codePoint < 0x11_0000; codePoint++) {
		const character = String.fromCodePoint(codePoint);
		if (!surrogates.test(character)) yield character;
	}
};

const isJoining = (character: string): boolean =>
	(traitsOf(character.codePointAt(0) ?? 0) & joining) > 0;

test('all that this Unicode composes, decomposes or puts in order is normalised', () => {
	const missed: string[] = [];
	for (const character of allCharacters()) {
		const [, ...later] = character.normalize('NFD');
		missed.push(...later.filter(each => !isJoining(each)));
		if (isJoining(character)) continue;
		const isChanged = character.normalize('NFC') !== character;
		// Two marks of other classes: with one of them it would change places.
		const isMoved = ['\u0334', '\u0327'].some(
			each => (each + character).normalize('NFD') === (character + each).normalize('NFD'),
		);
		if (isChanged || isMoved) missed.push(character);
	}
	expect(missed).toEqual([]);
});

test('letters that are not looked at one by one are what they would be found to be', () => {
	expect(
		['㐀', '䶿', '一', '鿿', '가', '힣'].map(each => kindOf(each.codePointAt(0) ?? 0)),
	).toEqual(Array(6).fill(wide));
	const assigned = /[\p{Assigned}--[\p{Cs}\p{Co}]]/v;
	const others = ['\u4dc0', '\ua000', '\ud7a4'].map(each => each.codePointAt(0) ?? 0);
	expect(others.map(kindOf)).toEqual([doubtful, wide, doubtful]);
	for (const character of allCharacters()) {
		const codePoint = character.codePointAt(0) ?? 0;
		if (codePoint >= 0x4_0000 && codePoint < 0xe_0000) expect(assigned.test(character)).toBe(false);
	}
});

test.each([
	['what is dropped does not keep a letter from its mark', 'a\u200d\u0301\ufe0fb', 'áb'],
	[
		'nor marks of a pile from each other',
		`a${'\u0316\u200d'.repeat(50)}`,
		`a${'\u0316'.repeat(32)}`,
	],
	['the two halves of AM', 'ก\u0e33\u0eb3', 'ก\u0e4d\u0e32\u0ecd\u0eb2'],
	[
		'of which a full pile takes one',
		`ก${'\u0316'.repeat(32)}\u0e33`,
		`ก${'\u0316'.repeat(32)}\u0e32`,
	],
	['a syllable of three', '\u1100\u1161\u11a8', '각'],
	['what needs nothing stays', '漢字 \u0434 ✓', '漢字 \u0434 ✓'],
])('%s', (_, text, expected) => {
	expect(normalised(text)).toBe(expected);
});
