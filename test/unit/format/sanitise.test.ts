import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {kindOf, narrow} from '../../../source/format/code-point.ts';
import {
	clean,
	cleanText,
	enoughFor,
	isPlain,
	styledSpans,
} from '../../../source/format/sanitise.ts';
import {unicodeSymbols} from '../../../source/format/symbols.ts';
import {textWidth} from '../../../source/format/width.ts';
import {hostileText} from '../../helpers/any-text.ts';
import {hostilePayloads} from '../../helpers/payloads.ts';

/** What must never leave the gate, whatever came in. */
const forbidden =
	/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Cs}|\p{Cn}|[\u{e0000}-\u{e0fff}]/v;

const textOf = (foreign: string): string =>
	styledSpans(foreign)
		.map(span => span.text)
		.join('');

test('what is plain is one cell a character', () => {
	const characters = Array.from({length: 0x10000}, (_, code) => String.fromCharCode(code));
	const found = characters.filter(isPlain);
	expect(found).toContain('│');
	expect(found).toContain('⣿');
	for (const character of found) {
		expect(kindOf(character.charCodeAt(0))).toBe(narrow);
		expect(character.normalize('NFC')).toBe(character);
	}
});

test('the signs of the screen are plain, for each frame asks of all of them', () => {
	const {chart: _, ...signs} = unicodeSymbols;
	expect(Object.values(signs).flat().join('')).toSatisfy(isPlain);
});

describe('cleanText', () => {
	test.each([
		['printable ASCII stays', 'GET /v1 200 ~{}', 'GET /v1 200 ~{}'],
		['an empty text stays', '', ''],
		['letters of other scripts stay', 'Ünï 漢字 한국 Жж', 'Ünï 漢字 한국 Жж'],
		['the parts of a letter are joined', 'e\u0301', 'é'],
		['colours go', '\u001b[31mred\u001b[0m', 'red'],
		['colours in one byte go', '\u009b31mred', 'red'],
		['a title goes', 'a\u001b]0;owned\u0007b', 'ab'],
		['a title ended by ST goes', 'a\u001b]0;owned\u001b\\b', 'ab'],
		['a device string goes', 'a\u001bP1$qm\u001b\\b', 'ab'],
		['a link keeps its text', '\u001b]8;;http://x\u0007here\u001b]8;;\u0007', 'here'],
		['a reset goes', 'a\u001bcb', 'ab'],
		['a charset choice goes', 'a\u001b(0b', 'ab'],
		['ESC before ordinary text is shown', 'a\u001b able', 'a␛ able'],
		['a string that never ends is shown', 'a\u001b]0;owned', 'a␛]0;owned'],
		['a sequence cut off is shown', 'a\u001b[31', 'a␛[31'],
		['a string cut short by a sequence ends there', '\u001b]0;x\u001b[1mtext', 'text'],
		['controls are shown', 'a\0b\bc\u007f', 'a␀b␈c␡'],
		['other C1 codes are named', 'a\u0085b', 'a<U+0085>b'],
		['a carriage return is shown', 'good\rbad', 'good␍bad'],
		['a line end goes', 'one\r\n', 'one'],
		['an inner line end is shown', 'one\r\ntwo', 'one␊two'],
		['tabs go to stops of eight', 'a\tb\t', 'a       b       '],
		['what turns the direction is named', 'a\u202eb', 'a<U+202E>b'],
		['what cannot be seen is named', 'a\u200bb', 'a<U+200B>b'],
		['joiners and variation selectors go', 'a\u200db\ufe0f', 'ab'],
		['tag characters go', 'x\u{e0041}\u{e007f}', 'x'],
		['a lone surrogate is replaced', 'a\ud800b', 'a\ufffdb'],
		['an unassigned character is replaced', 'a\u0378b', 'a\ufffdb'],
		['an emoji becomes a bullet', '🚀 up', '• up'],
		['a meaningful emoji keeps its meaning', '✅ ok ❌ no', '✓ ok ✗ no'],
		['a text symbol stays without its selector', '⚠\ufe0f careful', '⚠ careful'],
		['a mark without a letter gets one', '\u0301x', '◌\u0301x'],
		['Thai AM is written by its halves', '\u0e19\u0e33', '\u0e19\u0e4d\u0e32'],
	])('%s', (_name, foreign, expected) => {
		expect(cleanText(foreign)).toBe(expected);
	});

	test('marks do not climb out of the line', () => {
		expect(cleanText(`a${'\u0316'.repeat(1000)}b`)).toBe(`a${'\u0316'.repeat(4)}b`);
	});

	test('a long name is not measured by characters but by cells', () => {
		expect(clean('漢字a')).toEqual({text: '漢字a', cells: 5});
	});
});

describe('hostile payloads', () => {
	const payloads = Object.entries(hostilePayloads);

	test.each(payloads)('%s leaves no control', (_name, payload) => {
		const text = `before ${payload} after`;
		for (const shown of [cleanText(text), textOf(text)]) {
			expect(forbidden.exec(shown)?.[0]).toBeUndefined();
		}
	});

	test.each(
		payloads.filter(([name]) => !/carriage|newline|unterm|unclosed|tmux control|cut/i.test(name)),
	)('%s hides nothing that is written after it', (_name, payload) => {
		expect(cleanText(`before ${payload} after`)).toMatch(/^before .* after$/s);
	});
});

describe('any text', () => {
	const runs = {numRuns: process.env['CI'] ? 100_000 : 10_000};

	test('leaves no control, in any form', () => {
		fc.assert(
			fc.property(hostileText, text => {
				expect(forbidden.test(cleanText(text) + textOf(text))).toBe(false);
			}),
			runs,
		);
	});

	test('is not changed by a second cleaning', () => {
		fc.assert(
			fc.property(hostileText, text => {
				const once = cleanText(text);
				expect(cleanText(once)).toBe(once);
			}),
			runs,
		);
	});

	test('has the width that was counted', () => {
		fc.assert(
			fc.property(hostileText, text => {
				const {text: shown, cells} = clean(text);
				expect(textWidth(shown)).toBe(cells);
			}),
			runs,
		);
	});
});

describe('styledSpans', () => {
	test('keeps colours and attributes, and nothing that hides text', () => {
		expect(styledSpans('a\u001b[1;31mb\u001b[8;5;41mc\u001b[0md')).toEqual([
			{text: 'a', style: {}},
			{text: 'b', style: {bold: true, colour: {kind: 'index', index: 1}}},
			{text: 'c', style: {bold: true, colour: {kind: 'index', index: 1}}},
			{text: 'd', style: {}},
		]);
	});

	test('obeys only SGR of all sequences', () => {
		expect(styledSpans('a\u001b[2Jb\u001b[>4;1mc\u001b[1 mz')).toEqual([
			{text: 'a', style: {}},
			{text: 'b', style: {}},
			{text: 'c', style: {}},
			{text: 'z', style: {}},
		]);
	});

	test('shows the last state of a progress bar', () => {
		expect(textOf('10%\r50%\r\u001b[32m100%\r')).toBe('100%');
	});

	test('counts tab stops across colours', () => {
		expect(textOf('ab\u001b[1mcd\te')).toBe('abcd    e');
	});

	test('stops where the pane ends', () => {
		const line = '\u001b[1mx'.repeat(1000);
		expect(styledSpans(line, 10)).toHaveLength(10);
	});

	test('does not read on in a line of megabytes', () => {
		const [span] = styledSpans('漢'.repeat(1_000_000), 10);
		expect(span?.text.length).toBeLessThan(10_000);
	});

	test('shows the same text as cleanText where nothing starts the line over', () => {
		fc.assert(
			fc.property(fc.string({maxLength: 80}), text => {
				expect(textOf(text)).toBe(cleanText(text));
			}),
		);
	});
});

test('enoughFor keeps what can be seen', () => {
	const family = '👩🏽\u200d👩🏽\u200d👧🏽\ufe0f';
	expect(clean(enoughFor(family.repeat(10_000), 80)).cells).toBeGreaterThanOrEqual(80);
	expect(enoughFor('short', 0)).toBe('short');
});

describe('a text that was made to take long takes its length', () => {
	test.each([
		['marks in no order', 'a\u0301\u0316'],
		['only marks', '\u0301\u0316'],
		['marks of many classes', '\u0334\u0316\u0301\u0345\u05b0\u3099'],
		['starts of sequences', '\u001b['],
		['strings without an end', '\u001b]0;'],
		['strings of one byte without an end', '\u009d\u0090\u009f'],
		['parameters', '1;'],
		['letters of Hangul', '\u1100\u1161\u11a8'],
		['joined people', '👩\u200d'],
		['halves', '\ud800'],
	])('%s', (_what, piece) => {
		const text = `\u001b[${piece.repeat(200_000)}`;
		expect(cleanText(text).length).toBeGreaterThan(0);
		expect(styledSpans(text).length).toBeGreaterThan(0);
	});
});
