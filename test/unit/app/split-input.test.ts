import fc from 'fast-check';
import {expect, test} from 'vitest';
import {splitInput} from '../../../source/app/split-input.ts';

const latin1 = (text: string) => Buffer.from(text).toString('latin1');

/** The keys as text; every other token as it is. */
const split = (text: string) =>
	splitInput(latin1(text)).tokens.map(token =>
		token.kind === 'key' ? Buffer.from(token.text, 'latin1').toString() : token,
	);

const noModifiers = {shift: false, alt: false, ctrl: false};

test.each([
	['letters', 'jkG', ['j', 'k', 'G']],
	['characters of several bytes', 'é漢😀', ['é', '漢', '😀']],
	['control characters', '\r\t\u0012\u007F', ['\r', '\t', '\u0012', '\u007F']],
	['arrows between letters', 'j\u001B[Ak', ['j', '\u001B[A', 'k']],
	['an arrow with a modifier', '\u001B[1;5A', ['\u001B[1;5A']],
	['application cursor keys', '\u001BOA\u001BOB', ['\u001BOA', '\u001BOB']],
	['keys of the Linux console', '\u001B[[A\u001B[[5~', ['\u001B[[A', '\u001B[[5~']],
	['keys of rxvt with Shift', '\u001B[5$j', ['\u001B[5$', 'j']],
	['Alt with a character', '\u001Bx\u001Bé', ['\u001Bx', '\u001Bé']],
	[
		'Alt with a character that may begin a string',
		'\u001B]x\u001BPq',
		['\u001B]', 'x', '\u001BP', 'q'],
	],
	['Alt with O', '\u001BO\r', ['\u001BO', '\r']],
])('cuts %s into keys', (_name, text, keys) => {
	expect(split(text)).toEqual(keys);
});

test.each([
	['the position of the cursor', '\u001B[12;40R'],
	['device attributes', '\u001B[?62;22c'],
	['secondary device attributes', '\u001B[>0;276;0c'],
	['a status report', '\u001B[0n'],
	['the state of a mode', '\u001B[?2026;2$y'],
	['keyboard flags', '\u001B[?0u'],
	['the size of the window', '\u001B[8;24;80t'],
	['a colour, ended by BEL', '\u001B]11;rgb:0000/0000/0000\u0007'],
	['a colour, ended by ST', '\u001B]10;rgb:ffff/ffff/ffff\u001B\\'],
	['a termcap string', '\u001BP1+r544e=787465726d\u001B\\'],
	['an acknowledged image', '\u001B_Gi=1;OK\u001B\\'],
])('tells %s from keys', (_name, answer) => {
	expect(split(`a${answer}b`)).toEqual(['a', {kind: 'answer', text: answer}, 'b']);
});

test.each([
	['a mouse report of the oldest kind', '\u001B[M !!'],
	['a turn of the sideways wheel', '\u001B[<66;3;4M'],
])('swallows %s', (_name, report) => {
	expect(split(`a${report}b`)).toEqual(['a', 'b']);
});

test('drops a broken answer up to what broke it', () => {
	expect(split('\u001B]11;rgb:00\u001B[Aj')).toEqual(['\u001B[A', 'j']);
});

test.each([
	['\u001B[<0;1;1M', {action: 'press', button: 'left', column: 0, row: 0, ...noModifiers}],
	['\u001B[<2;30;9m', {action: 'release', button: 'right', column: 29, row: 8, ...noModifiers}],
	['\u001B[<64;5;6M', {action: 'wheel-up', button: 'none', column: 4, row: 5, ...noModifiers}],
	['\u001B[<65;5;6M', {action: 'wheel-down', button: 'none', column: 4, row: 5, ...noModifiers}],
	[
		'\u001B[<60;5;6M',
		{action: 'drag', button: 'left', column: 4, row: 5, shift: true, alt: true, ctrl: true},
	],
])('reads the mouse report %j', (bytes, report) => {
	expect(split(bytes)).toEqual([{kind: 'mouse', ...report}]);
});

test('reads focus reports', () => {
	expect(split('\u001B[I\u001B[O')).toEqual([
		{kind: 'focus', focused: true},
		{kind: 'focus', focused: false},
	]);
});

test('takes what is pasted as one piece, whatever it holds', () => {
	const pasted = 'dd\u001B[<0;1;1M\nrm -rf\u001B[I';
	expect(split(`\u001B[200~${pasted}\u001B[201~j`)).toEqual([{kind: 'paste', text: pasted}, 'j']);
});

test('keeps the beginning of what is not whole', () => {
	for (const rest of ['\u001B', '\u001B[', '\u001B[<0;1', '\u001B[[', '\u001BO', '\u001B]11;rg'])
		expect(splitInput(`j${rest}`)).toEqual({tokens: [{kind: 'key', text: 'j'}], rest});
});

test('gives the same tokens wherever the bytes are cut', () => {
	const unit = fc.constantFrom(
		'j',
		'é',
		'😀',
		'\r',
		'\u001B[A',
		'\u001B[1;5C',
		'\u001BOP',
		'\u001Bx',
		'\u001B[<64;10;20M',
		'\u001B[I',
		'\u001B[?62c',
		'\u001B]11;rgb:0/0/0\u0007',
		'\u001B[200~two\nlines\u001B[201~',
	);
	fc.assert(
		fc.property(fc.array(unit, {minLength: 1}), fc.nat(), (units, seed) => {
			const bytes = latin1(units.join(''));
			const cut = seed % (bytes.length + 1);
			const first = splitInput(bytes.slice(0, cut));
			const second = splitInput(first.rest + bytes.slice(cut));
			expect([...first.tokens, ...second.tokens]).toEqual(splitInput(bytes).tokens);
			expect(second.rest).toBe('');
		}),
	);
});

test('never throws, stalls or makes up bytes for any input', () => {
	fc.assert(
		fc.property(fc.uint8Array({maxLength: 200}), array => {
			const bytes = Buffer.from(array).toString('latin1');
			const {tokens, rest} = splitInput(bytes);
			const kept = tokens.flatMap(token => ('text' in token ? [token.text] : []));
			expect(kept.join('').length + rest.length).toBeLessThanOrEqual(bytes.length);
		}),
	);
});
