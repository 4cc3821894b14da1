import {expect, test} from 'vitest';
import {toAscii} from '../../../../source/format/ascii.ts';
import type {Line} from '../../../../source/format/span.ts';
import {notePrinter} from '../../../../source/headless/logs/print-entries.ts';

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
