import {describe, expect, test} from 'vitest';
import {toAscii} from '../../../../source/format/ascii.ts';
import type {Line} from '../../../../source/format/span.ts';
import {EntryMaker} from '../../../../source/headless/logs/entry.ts';
import {
	entryPrinter,
	notePrinter,
	type PrintOptions,
} from '../../../../source/headless/logs/print-entries.ts';
import {parsePattern} from '../../../../source/model/logs/log-pattern.ts';
import {type LogQuery, wholeLog} from '../../../../source/model/logs/log-query.ts';
import {logSourceOf} from '../../../../source/model/logs/log-source.ts';
import {aContainer} from '../../../helpers/builders.ts';

const plain = (line: Line): string => line.map(({text}) => text).join('');

test('a note stands between rules, in the signs that the terminal has', () => {
	expect(notePrinter({isJson: false, paint: plain})('lines skipped')).toBe('── lines skipped ──');
	const ascii = notePrinter({isJson: false, paint: line => toAscii(plain(line))});
	expect(ascii('lines skipped')).toMatch(/^[ -~]*lines skipped[ -~]*$/);
});

test('among lines of JSON a note is one too', () => {
	expect(JSON.parse(notePrinter({isJson: true, paint: plain})('lines skipped'))).toEqual({
		...{time: null, source: null, note: 'lines skipped'},
	});
});

describe('a traceback that is written slowly', () => {
	const api = aContainer('api');
	const source = logSourceOf(api);
	const texts = [
		'Traceback (most recent call last):',
		'  File "a.py", line 1, in f',
		'ValueError: bad',
	];

	/** What is printed by each line alone, as where each comes late. */
	const printed = (query: Partial<LogQuery>, isJson = false): readonly (readonly string[])[] => {
		const options: PrintOptions = {
			...{query: {...wholeLog, ...query}, isJson, hasStamps: false, paint: plain},
			...{signs: ['|', '!'], isForEyes: false},
		};
		const print = entryPrinter(options, [api]);
		const maker = new EntryMaker();
		return texts.map((text, at) => {
			const line = {kind: 'line', stream: 'stderr', text, atMillis: at * 500} as const;
			return [...maker.push({source, line}), ...maker.end()].flatMap(print);
		});
	};

	test('comes line by line, each once', () => {
		expect(printed({})).toEqual(texts.map(text => [text]));
	});

	test('comes as a whole once what is looked for is in it', () => {
		expect(printed({keep: [parsePattern('ValueError')]})).toEqual([[], [], texts]);
	});

	test('goes on where what is looked for was in its beginning', () => {
		expect(printed({keep: [parsePattern('Traceback')]})).toEqual(texts.map(text => [text]));
	});

	test('comes no further than to what is to be left out', () => {
		expect(printed({exclude: [parsePattern('ValueError')]})).toEqual([[texts[0]], [texts[1]], []]);
	});

	test('is of its level to the end', () => {
		const lines = printed({leastLevel: 'error'}, true).flat();
		expect(lines.map(each => JSON.parse(each).level)).toEqual(['error', 'error', 'error']);
	});
});
