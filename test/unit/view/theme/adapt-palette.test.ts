import {expect, test} from 'vitest';
import {adaptPalette} from '../../../../source/view/theme/adapt-palette.ts';
import {palettes} from '../../../../source/view/theme/palettes.ts';

test('a file that changes nothing is the theme of its background, without a warning', () => {
	const {palette, warnings} = adaptPalette('mine', {background: 'light'});
	expect(palette.tokens.warn.hex).toBe(palettes.get('light')?.tokens.warn.hex);
	expect(palette.tokens.warn.basic).toBe('35');
	expect(warnings).toEqual([]);
});

test.each([...palettes.keys()])('nothing is warned of in %s', base => {
	expect(adaptPalette('mine', {base}).warnings).toEqual([]);
});

test('a base that there is not', () => {
	expect(adaptPalette('mine', {base: 'drak'}).warnings).toEqual([
		expect.stringMatching(/^there is no theme drak; there are dark, light/),
	]);
});

test('a colour that cannot be read', () => {
	const {warnings} = adaptPalette('mine', {colors: {warn: '#333333'}});
	expect(warnings).toEqual([expect.stringMatching(/^colors\.warn has a contrast of \d\.\d /)]);
});
