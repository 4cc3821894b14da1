import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {detectLevel} from '../../../../source/model/logs/detect-level.ts';
import {hostileText} from '../../../helpers/any-text.ts';

const corpus = readFileSync(new URL('../../../fixtures/logs/levels.tsv', import.meta.url), 'utf8')
	.split('\n')
	.filter(row => row !== '')
	.map(row => {
		const [level, program, ...text] = row.split('\t');
		return {level, program, text: text.join('\t')};
	});

/** Of the lines of the corpus; those that are told wrong are printed. */
const wantedRate = 0.97;

describe('the corpus', () => {
	test('has enough lines of enough programs', () => {
		expect(corpus.length).toBeGreaterThanOrEqual(300);
		expect(new Set(corpus.map(({program}) => program)).size).toBeGreaterThanOrEqual(15);
	});

	test('is told right but for a few lines', () => {
		const misses = corpus.flatMap(({level, program, text}) => {
			const found = detectLevel(text)?.level ?? '-';
			return found === level ? [] : [`${level} taken for ${found}: ${program}: ${text}`];
		});
		const rate = 1 - misses.length / corpus.length;
		console.log(`${(100 * rate).toFixed(1)} % of ${corpus.length} lines\n${misses.join('\n')}`);
		expect(rate).toBeGreaterThanOrEqual(wantedRate);
	});

	test('never has a harmless line taken for an error', () => {
		const alarms = corpus.filter(
			({level, text}) =>
				['-', 'trace', 'debug', 'info'].includes(level ?? '') &&
				['error', 'fatal'].includes(detectLevel(text)?.level ?? ''),
		);
		expect(alarms).toEqual([]);
	});
});

test('a word that the program wrote wins over the status of a request', () => {
	expect(detectLevel('INFO:     1.2.3.4:5 - "GET / HTTP/1.1" 500 Internal')?.level).toBe('info');
});

describe('any text', () => {
	const start = fc.constantFrom(
		...[
			'',
			'{"',
			'[',
			'<',
			'2026-11-26 10:45:32 ',
			'level=',
			'{"level":"',
			'1:M ',
			'E/',
			'1.2.3.4 - - [x] "',
		],
	);
	const line = fc.tuple(start, hostileText).map(([first, rest]) => first + rest);

	test('has the offsets of the word within the line', () => {
		fc.assert(
			fc.property(line, text => {
				const at = detectLevel(text)?.at;
				if (!at) return;
				expect(at[0]).toBeGreaterThanOrEqual(0);
				expect(at[1]).toBeGreaterThan(at[0]);
				expect(at[1]).toBeLessThanOrEqual(text.length);
			}),
		);
	});

	test('is looked at only in its first four thousand characters, however long it is', () => {
		const repeated = fc
			.tuple(start, fc.string({minLength: 1, maxLength: 8}), hostileText)
			.map(([first, piece, rest]) => (first + rest + piece.repeat(5000)).slice(0, 5000));
		fc.assert(
			fc.property(
				repeated.filter(text => text.length === 5000),
				text => {
					const long = text + ' ERROR "level":"error" HTTP/1.1" 500 '.repeat(1700);
					expect(detectLevel(long)).toEqual(detectLevel(text));
				},
			),
		);
	});
});
