import {expect, test} from 'vitest';
import {graphemes} from '../../../source/format/graphemes.ts';

test.each([
	['', []],
	['k9s', ['k', '9', 's']],
	['e\u0301a', ['e\u0301', 'a']],
	['🧑‍🚀x', ['🧑‍🚀', 'x']],
	['\r\n', ['\r\n']],
])('%j', (text, parts) => {
	expect(graphemes(text)).toEqual(parts);
});
