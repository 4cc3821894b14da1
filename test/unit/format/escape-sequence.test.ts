import {expect, test} from 'vitest';
import {eachRun, introducer} from '../../../source/format/escape-sequence.ts';

const split = (text: string): readonly string[] => {
	const parts: string[] = [];
	eachRun(text, (start, end, sequenceEnd) => {
		parts.push(text.slice(start, end), text.slice(end, sequenceEnd));
		return true;
	});
	return parts;
};

test.each([
	['plain text is one run', 'abc', ['abc', '']],
	['a control sequence', 'a\u001b[1;2Hb', ['a', '\u001b[1;2H', 'b', '']],
	['one with private marks and intermediates', '\u001b[?1 qb', ['', '\u001b[?1 q', 'b', '']],
	['one in a single byte', 'a\u009b2Jb', ['a', '\u009b2J', 'b', '']],
	['one with a control inside is none', '\u001b[1\u0007m', ['\u001b[1\u0007m', '']],
	['a command ends at BEL', '\u001b]0;t\u0007b', ['', '\u001b]0;t\u0007', 'b', '']],
	['a command ends at ST', '\u001b]0;t\u001b\\b', ['', '\u001b]0;t\u001b\\', 'b', '']],
	[
		'a device string does not end at BEL',
		'\u001bPa\u0007b\u001b\\c',
		['', '\u001bPa\u0007b\u001b\\', 'c', ''],
	],
	[
		'a string ends before the next sequence',
		'\u001b_a\u001b[mb',
		['', '\u001b_a', '', '\u001b[m', 'b', ''],
	],
	['a string ends at CAN', '\u001b]a\u0018b', ['', '\u001b]a\u0018', 'b', '']],
	['a string without end is text', '\u001b]abc', ['\u001b]abc', '']],
	['a short sequence', 'a\u001bcb', ['a', '\u001bc', 'b', '']],
])('%s', (_name, text, parts) => {
	expect(split(text)).toEqual(parts);
});

test('stops when the visitor has enough', () => {
	let visits = 0;
	eachRun('\u001b[m'.repeat(100), () => {
		visits++;
		return visits < 3;
	});
	expect(visits).toBe(3);
});

test('joining the parts gives the text back, whatever it is', () => {
	for (const text of [
		'\u001b\u001b\u001b]',
		'\u009d'.repeat(9),
		'\u001b[\u001b]x\u001b',
		'\u001b(\u001b(B',
	]) {
		expect(split(text).join('')).toBe(text);
	}
});

test('a flood of openings takes linear time', () => {
	// Quadratic, these would be 10^10 steps each and the test would not end.
	for (const opening of ['\u009d', '\u001b]', '\u001b[1', '\u001bP', '\u001b']) {
		expect(split(opening.repeat(100_000)).join('')).toHaveLength(100_000 * opening.length);
	}
});

test('introducer knows ESC and C1 only', () => {
	expect(introducer.test('plain \u00a0 ü')).toBe(false);
	expect(introducer.test('\u0084')).toBe(true);
});
