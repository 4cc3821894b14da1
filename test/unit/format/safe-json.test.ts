import fc from 'fast-check';
import {expect, test} from 'vitest';
import {safeJson} from '../../../source/format/safe-json.ts';
import {hostileText} from '../../helpers/any-text.ts';
import {foreignInLines} from '../../helpers/own-sequences.ts';
import {hostilePayloads} from '../../helpers/payloads.ts';

test('says the same, and nothing that a terminal acts on', () => {
	fc.assert(
		fc.property(hostileText, text => {
			const json = safeJson({[text]: [text]});
			expect(JSON.parse(json)).toEqual({[text]: [text]});
			expect(foreignInLines(json)).toEqual([]);
		}),
		{numRuns: process.env['CI'] ? 20_000 : 2000},
	);
});

test.each(Object.entries(hostilePayloads))('%s', (_name, payload) => {
	expect(foreignInLines(safeJson({payload}))).toEqual([]);
	expect(JSON.parse(safeJson({payload}))).toEqual({payload});
});

test('letters stay letters', () => {
	expect(safeJson({a: 'Ünï 漢字 é'})).toBe('{"a":"Ünï 漢字 é"}');
});
