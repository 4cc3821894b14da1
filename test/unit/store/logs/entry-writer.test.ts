import {expect, test} from 'vitest';
import type {LogLine, LogStream} from '../../../../source/model/log-line.ts';
import {EntryWriter} from '../../../../source/store/logs/entry-writer.ts';
import type {LogEntry} from '../../../../source/store/logs/log-entry.ts';
import {type LogLimits, logLimits} from '../../../../source/store/logs/log-limits.ts';
import {lineBytes} from '../../../../source/store/logs/log-size.ts';
import {aLineOn, sourceOf} from '../../../helpers/builders.ts';

const line = (text: string, stream: LogStream = 'stdout'): LogLine => aLineOn(stream, text, 0);

const entriesOf = (lines: readonly LogLine[], limits: Partial<LogLimits> = {}) => {
	const writer = new EntryWriter(sourceOf('api'), {...logLimits, ...limits});
	const entries: LogEntry[] = [];
	const told = lines.map(each => {
		const text = each.kind === 'line' ? each.text : '';
		if (writer.extend(each, text) === undefined)
			entries.push(writer.begin(entries.length + 1, each, text));
		return writer.told;
	});
	return {entries, told, lines: entries.map(({more}) => 1 + more.length)};
};

test('lines go on with the entry of their own stream', () => {
	const both = entriesOf([
		line('one'),
		line('two', 'stderr'),
		line('  of one'),
		line('  of two', 'stderr'),
	]);
	expect(both.lines).toEqual([2, 2]);
	expect(both.entries[0]?.more).toEqual([line('  of one')]);
});

test('an entry that is too long goes on as another one', () => {
	const many = [line('one'), ...Array.from({length: 5}, () => line('  more'))];
	expect(entriesOf(many).lines).toEqual([6]);
	expect(entriesOf(many, {entryLines: 4}).lines).toEqual([4, 2]);
	expect(entriesOf(many, {entryBytes: 3 * lineBytes(line('  more'))}).lines).toEqual([3, 3]);
});

test('tells the level once, with the first line that says it', () => {
	const {told, entries} = entriesOf([
		...[line('starting'), line('  level=error'), line('  level=warn')],
		...[{kind: 'gap', reason: 'restarted'} as const, line('INFO fine')],
	]);
	expect(told).toEqual([undefined, 'error', undefined, undefined, 'info']);
	expect(entries.map(({level}) => level)).toEqual(['error', undefined, 'info']);
});

test('a level far down in an entry is not looked for', () => {
	const long = [
		line('starting'),
		...Array.from({length: 8}, () => line('  more')),
		line('  level=error'),
	];
	expect(entriesOf(long)).toMatchObject({lines: [10], entries: [{level: undefined}]});
});
