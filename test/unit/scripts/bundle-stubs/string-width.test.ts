import {createRequire} from 'node:module';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';

const standIn: typeof stringWidth = createRequire(import.meta.url)(
	'../../../../scripts/bundle-stubs/string-width.cjs',
);

test.each([
	'',
	'plain text ~',
	'─ cpu ▁▇ ⣿',
	'漢字',
	'\u001b[31mred\u001b[0m',
	'a\tb',
	'🧑‍🚀',
	'e\u0301',
])('%j is as wide as it was', text => {
	expect(standIn(text)).toBe(stringWidth(text));
});
