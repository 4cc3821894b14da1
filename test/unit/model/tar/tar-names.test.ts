import {expect, test} from 'vitest';
import {placeOf} from '../../../../source/model/tar/tar-names.ts';

test.each([
	['etc', []],
	['etc/', []],
	['etc/nginx/conf.d/', ['nginx', 'conf.d']],
	['./etc/./a', ['a']],
	['etc//a', ['a']],
])('%s is below', (path, names) => {
	expect(placeOf(path)).toEqual(names);
});

test.each(['/etc/passwd', 'etc/../../x', '..', 'etc/a\0b', 'etc\\..\\x', 'etc/x/..'])(
	'%s is not taken',
	path => {
		expect(placeOf(path)).toBeUndefined();
	},
);
