import {describe, expect, test} from 'vitest';
import type {LogLine} from '../../../../source/model/log-line.ts';
import {parsePattern} from '../../../../source/model/logs/log-pattern.ts';
import {type LogQuery, wholeLog} from '../../../../source/model/logs/log-query.ts';
import {type LogEntry, newEntry} from '../../../../source/store/logs/log-entry.ts';
import {queryMatcher, searchMatcher} from '../../../../source/store/logs/log-matcher.ts';
import {aLine, aLineOn, sourceOf} from '../../../helpers/builders.ts';

const api = sourceOf('api');
const gap: LogLine = {kind: 'gap', reason: 'restarted, exit 137'};

const entryOf = (line: LogLine, change: Partial<LogEntry> = {}): LogEntry => ({
	...newEntry(1, api, line),
	...change,
});

const passes = (query: Partial<LogQuery>, entry: LogEntry): boolean | undefined =>
	queryMatcher({...wholeLog, ...query})?.(entry);

const patterns = (...texts: readonly string[]) => texts.map(parsePattern);

describe('a query', () => {
	test('without a wish is none; nor is one that cannot be read', () => {
		expect(queryMatcher(wholeLog)).toBeUndefined();
		expect(queryMatcher({...wholeLog, keep: patterns('', '/(/')})).toBeUndefined();
	});

	test('of a stream looks at the first line', () => {
		const entry = entryOf(aLineOn('stderr', 'one', 0), {more: [aLineOn('stdout', 'two', 0)]});
		expect(passes({stream: 'stderr'}, entry)).toBe(true);
		expect(passes({stream: 'stdout'}, entry)).toBe(false);
	});

	test('of a level hides what is below, and what says none', () => {
		const leastLevel = 'warn';
		expect(passes({leastLevel}, entryOf(aLine('x', 0), {level: 'error'}))).toBe(true);
		expect(passes({leastLevel}, entryOf(aLine('x', 0), {level: 'info'}))).toBe(false);
		expect(passes({leastLevel}, entryOf(aLine('x', 0)))).toBe(false);
	});

	test('keeps what has all patterns, each in any line', () => {
		const entry = entryOf(aLine('Traceback', 0), {more: [aLine('ValueError: no', 0)]});
		expect(passes({keep: patterns('traceback', 'valueerror')}, entry)).toBe(true);
		expect(passes({keep: patterns('traceback', 'keyerror')}, entry)).toBe(false);
	});

	test('excludes what has one of the patterns in one of its lines', () => {
		const entry = entryOf(aLine('Traceback', 0), {more: [aLine('ValueError: no', 0)]});
		expect(passes({exclude: patterns('keyerror', 'valueerror')}, entry)).toBe(false);
		expect(passes({exclude: patterns('keyerror')}, entry)).toBe(true);
	});

	test('lets gaps pass, except of a muted source', () => {
		const query = {keep: patterns('x'), stream: 'stdout', leastLevel: 'error'} as const;
		expect(passes(query, entryOf(gap))).toBe(true);
		expect(passes({...query, muted: new Set([api])}, entryOf(gap))).toBe(false);
		const ofAll = entryOf(gap, {source: undefined});
		expect(passes({...query, muted: new Set([api])}, ofAll)).toBe(true);
	});
});

describe('a search', () => {
	const finds = (text: string, line: LogLine) => searchMatcher(parsePattern(text))?.(entryOf(line));

	test('looks at the text without its colours, and at our own notes', () => {
		expect(finds('red hat', aLine('\u001b[31mred\u001b[0m hat', 0))).toBe(true);
		expect(finds('exit 137', gap)).toBe(true);
		expect(finds('exit 1', aLine('fine', 0))).toBe(false);
	});

	test('finds the same again and again', () => {
		const matcher = searchMatcher(parsePattern('one'));
		const entry = entryOf(aLine('one', 0));
		expect([1, 2, 3].map(() => matcher?.(entry))).toEqual([true, true, true]);
	});

	test('looks at the beginning of a very long line only', () => {
		expect(finds('end', aLine(`${'x'.repeat(16_381)}end`, 0))).toBe(true);
		expect(finds('end', aLine(`${'x'.repeat(16_382)}end`, 0))).toBe(false);
	});

	test('for nothing is none', () => {
		expect(searchMatcher(undefined)).toBeUndefined();
		expect(searchMatcher(parsePattern('/(/'))).toBeUndefined();
	});
});
