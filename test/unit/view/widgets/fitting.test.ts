import {expect, test} from 'vitest';
import {fitting} from '../../../../source/view/widgets/fitting.ts';

const shown = (width: number, ...parts: readonly string[]): string =>
	fitting(
		parts.map(text => [{text}]),
		width,
	)
		.map(({text}) => text)
		.join('');

test('what has no room is left out, and what comes first then begins without a gap', () => {
	expect(shown(12, 'abc', 'de', 'f')).toBe('abc  de  f');
	expect(shown(8, 'abc', 'long text', 'de')).toBe('abc  de');
	expect(shown(4, 'long text', 'de')).toBe('de');
	expect(shown(4, '', 'de')).toBe('de');
	expect(shown(Number.POSITIVE_INFINITY, 'a', 'b')).toBe('a  b');
});
