import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {maskAssignment, maskSecrets, maskValue} from '../../../source/model/secrets.ts';
import {secretCorpus} from '../../helpers/secret-corpus.ts';

// Promise P16, its first half: two hundred secrets are told, a thousand harmless values are left alone.

const harmless = readFileSync(new URL('../../fixtures/harmless.tsv', import.meta.url), 'utf8')
	.trimEnd()
	.split('\n')
	.map(line => line.slice(line.indexOf('\t') + 1));

const mostFalse = 0.02;

test('the corpora are as large as is said', () => {
	expect(new Set(secretCorpus.map(({secret}) => secret)).size).toBe(200);
	expect(new Set(harmless).size).toBe(1000);
});

test('each secret is covered by its name and value, and in a text', () => {
	const shown = secretCorpus.filter(({name, value, secret}) =>
		[
			maskValue(name, value),
			maskAssignment(`${name}=${value}`),
			maskSecrets(`cannot start: ${name}=${value}`),
			maskSecrets(`{"${name}": "${value}"}`),
			maskSecrets(`  ${name}: ${value}`),
		].some(text => text.includes(secret)),
	);
	expect(shown).toEqual([]);
});

test('what its value tells is covered wherever it stands', () => {
	const shown = secretCorpus.filter(
		({value, secret, isTold}) =>
			isTold &&
			[value, `dial ${value}: refused`, `"${value}"`, `[${value}]`, `x=${value}`].some(text =>
				maskSecrets(text).includes(secret),
			),
	);
	expect(shown).toEqual([]);
});

test('of a thousand harmless values at most two in a hundred are covered', () => {
	const covered = harmless.filter(text => maskSecrets(text) !== text);
	expect(covered.length, covered.join('\n')).toBeLessThanOrEqual(mostFalse * harmless.length);
});
