import {execFileSync} from 'node:child_process';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {shellWords} from '../../../source/format/shell-words.ts';

test.each([
	[['docker', 'stop', 'api'], 'docker stop api'],
	[['docker', 'update', '--cpus=1.5', 'a'], 'docker update --cpus=1.5 a'],
	[['a b'], "'a b'"],
	[["it's"], "'it'\\''s'"],
	[['$(touch x)', ';', ''], "'$(touch x)' ';' ''"],
	[['*', '~', '#'], "'*' '~' '#'"],
])('%j', (argv, line) => {
	expect(shellWords(argv)).toBe(line);
});

test('a shell reads it as the same words, whatever is in them', () => {
	const word = fc.string({unit: fc.constantFrom(...'ab \'"\\$`;&|<>(){}*?[]~#!=\n\té')});
	fc.assert(
		fc.property(fc.array(word, {minLength: 1, maxLength: 4}), argv => {
			const printed = execFileSync('sh', ['-c', `printf '%s\\0' ${shellWords(argv)}`]);
			expect(printed.toString().split('\0').slice(0, -1)).toEqual(argv);
		}),
		{numRuns: 40},
	);
});
