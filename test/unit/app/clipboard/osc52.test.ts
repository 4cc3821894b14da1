import {expect, test} from 'vitest';
import {clipboardSequence} from '../../../../source/app/clipboard/osc52.ts';

const textOf = (sequence: string | undefined): string => {
	const [, base64 = ''] = /^\u001B\]52;c;([A-Za-z\d+/=]*)\u0007$/.exec(sequence ?? '') ?? [];
	return Buffer.from(base64, 'base64').toString();
};

test('holds the text, whatever is in it', () => {
	const text = 'naïve 注文 \u001B]0;title\u0007\nnext';
	expect(textOf(clipboardSequence(text, 'plain'))).toBe(text);
});

test('is wrapped for screen in pieces', () => {
	const sequence = clipboardSequence('x'.repeat(2000), 'screen') ?? '';
	const pieces = [...sequence.matchAll(/\u001BP([^\u001B]*(?:\u001B\][^\u001B]*)?)\u001B\\/g)];
	expect(pieces.length).toBeGreaterThan(4);
	expect(textOf(pieces.map(([, piece]) => piece).join(''))).toBe('x'.repeat(2000));
});

test('is not made where no terminal would take it', () => {
	expect(clipboardSequence('x'.repeat(74_000), 'plain')).toBeDefined();
	expect(clipboardSequence('x'.repeat(80_000), 'plain')).toBeUndefined();
});
