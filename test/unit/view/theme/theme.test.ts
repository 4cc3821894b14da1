import {describe, expect, test} from 'vitest';
import type {Style} from '../../../../source/format/span.ts';
import {ownPalettes} from '../../../../source/view/theme/palettes.ts';
import {type ColourLevel, createTheme, type Look} from '../../../../source/view/theme/theme.ts';

const sgr = (
	level: ColourLevel,
	style: Style | undefined,
	look: Look = 'plain',
	background: 'dark' | 'light' = 'dark',
): string => createTheme({level, palette: ownPalettes[background]}).sgr(style, look).slice(2, -1);

const index = (value: number): Style => ({colour: {kind: 'index', index: value}});
const rgb: Style = {colour: {kind: 'rgb', red: 255, green: 0, blue: 10}};

describe('tokens', () => {
	test.each([
		['24', '0;38;2;102;230;204'],
		['256', '0;38;5;80'],
		['16', '0;92'],
		['mono', '0'],
	] as const)('ok in %s', (level, codes) => {
		expect(sgr(level, {token: 'ok'})).toBe(codes);
	});

	test('without colour the meaning is an attribute', () => {
		expect(sgr('mono', {token: 'err'})).toBe('0;7');
		expect(sgr('mono', {token: 'warn'})).toBe('0;1');
		expect(sgr('mono', {token: 'info', underline: true})).toBe('0;4');
	});

	test('attributes come with the colour', () => {
		expect(sgr('16', {token: 'ok', bold: true, reverse: true})).toBe('0;1;7;92');
	});

	test('no style is the reset', () => {
		for (const level of ['mono', '16', '256', '24'] as const) {
			expect(sgr(level, undefined)).toBe('0');
			expect(sgr(level, {})).toBe('0');
		}
	});
});

describe('colours of programs', () => {
	test.each([
		['24', rgb, '0;38;2;255;0;10'],
		['256', rgb, '0;38;5;196'],
		['16', rgb, '0;91'],
		['mono', rgb, '0'],
		['24', index(9), '0;91'],
		['16', index(2), '0;32'],
		['256', index(200), '0;38;5;200'],
		['16', index(46), '0;92'],
	] as const)('in %s: %o', (level, style, codes) => {
		expect(sgr(level, style)).toBe(codes);
	});

	test('are shown as they are where they are no text', () => {
		const black = {kind: 'rgb', red: 5, green: 5, blue: 5, isSample: true} as const;
		expect(sgr('24', {colour: black})).toBe('0;38;2;5;5;5');
	});

	test('cannot be those of the background', () => {
		expect(sgr('24', index(4), 'selected')).toMatch(/^0;90;48/);
		expect(sgr('24', index(0))).toBe('0;90');
		expect(sgr('24', index(16))).toBe('0');
		expect(sgr('24', {colour: {kind: 'rgb', red: 5, green: 5, blue: 5}})).toBe('0');
		expect(sgr('24', index(15), 'plain', 'light')).toBe('0;90');
		expect(sgr('24', index(15))).toBe('0;97');
	});
});

describe('the row under the cursor', () => {
	test('has a background and keeps readable colours', () => {
		expect(sgr('24', {token: 'ok'}, 'selected')).toBe('0;38;2;102;230;204;48;2;34;48;74');
		expect(sgr('256', {token: 'ok'}, 'selected')).toBe('0;38;5;80;48;5;236');
	});

	test('has a text of its own: that of the terminal may be as bright as the bar', () => {
		expect(sgr('24', undefined, 'selected')).toBe('0;38;2;216;216;216;48;2;34;48;74');
		expect(sgr('24', {bold: true}, 'selected', 'light')).toBe('0;1;38;2;36;41;47;48;2;219;231;251');
		expect(sgr('256', undefined, 'selected')).toMatch(/^0;38;5;\d+;48;5;236$/);
	});

	test('shows a colour of a program that is that of the bar as text', () => {
		const bar: Style = {colour: {kind: 'rgb', red: 34, green: 48, blue: 74}};
		expect(sgr('24', bar, 'selected')).toBe(sgr('24', undefined, 'selected'));
	});

	test('has a brighter one of the same hue where its own could not be read', () => {
		expect(sgr('24', {token: 'muted'}, 'selected')).toMatch(
			/^0;38;2;1\d\d;1\d\d;1\d\d;48;2;34;48;74$/,
		);
	});

	test('is plain on its own background in sixteen colours', () => {
		expect(sgr('16', {token: 'ok', bold: true}, 'selected')).toBe('0;1;97;44');
		expect(sgr('16', index(1), 'selected')).toBe('0;97;44');
	});

	test('is reverse without colour, also where a token is', () => {
		expect(sgr('mono', {token: 'err'}, 'selected')).toBe('0;7');
	});
});
