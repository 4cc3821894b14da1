import {expect, test} from 'vitest';
import {splitWords} from '../../../source/model/split-words.ts';

test.each([
	['docker top {{id}}', ['docker', 'top', '{{id}}']],
	['  a   b\tc\n', ['a', 'b', 'c']],
	['echo \'a b\' "c d"', ['echo', 'a b', 'c d']],
	['a\\ b', ['a b']],
	['"say \\"hi\\""', ['say "hi"']],
	["--format='{{ json . }}'", ['--format={{ json . }}']],
	["a '' b", ['a', '', 'b']],
	['$(reboot); `x` | y', ['$(reboot);', '`x`', '|', 'y']],
	['', []],
])('%s', (text, words) => {
	expect(splitWords(text)).toEqual(words);
});

test.each(["it's", 'a "b', 'a\\'])('%s has no end', text => {
	expect(splitWords(text)).toBeUndefined();
});
