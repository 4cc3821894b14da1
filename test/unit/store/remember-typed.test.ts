import {expect, test} from 'vitest';
import {rememberTyped} from '../../../source/store/remember-typed.ts';

test('the newest first, each once, and not for ever', () => {
	expect(rememberTyped(['a', 'b'], 'c')).toEqual(['c', 'a', 'b']);
	expect(rememberTyped(['a', 'b'], 'b')).toEqual(['b', 'a']);
	const many = Array.from({length: 60}, (_, index) => `${index}`);
	expect(many.reduce<readonly string[]>(rememberTyped, [])).toHaveLength(50);
});
