import {expect, test} from 'vitest';
import {isPlainName, localName, numbered} from '../../../../source/app/files/local-name.ts';

test.each([
	['site.tar', 'site.tar'],
	['.env', '.env'],
	['/', '_'],
	['', 'container-root'],
	['..', 'container-root'],
	['-rf', '_rf'],
	['a/b\\c\u001b[0m', 'a_b_c_[0m'],
	['\u202egnp.exe', '_gnp.exe'],
])('%j is kept as %j', (name, kept) => {
	expect(localName(name)).toBe(kept);
});

test('within a folder a name is made as it is, or not at all', () => {
	expect(['a', '.env', "it's $(x)", 'grüße'].every(isPlainName)).toBe(true);
	expect(['..', '.', 'a\nb', 'a\\b', 'x'.repeat(256)].some(isPlainName)).toBe(false);
});

test('what is taken gets a number before its ending', () => {
	expect([...numbered('a.tar')].slice(0, 3)).toEqual(['a.tar', 'a-2.tar', 'a-3.tar']);
	expect([...numbered('.env')].slice(0, 2)).toEqual(['.env', '.env-2']);
	expect([...numbered('a')]).toHaveLength(100);
});
