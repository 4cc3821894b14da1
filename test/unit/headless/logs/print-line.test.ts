import {expect, test} from 'vitest';
import {type LineHead, padNames, printedLine} from '../../../../source/headless/logs/print-line.ts';
import type {LogLine} from '../../../../source/model/log-line.ts';
import {sourceOf} from '../../../helpers/builders.ts';

const stamp = '2026-11-26T10:42:07.114159265Z';
const out: LogLine = {kind: 'line', stream: 'stdout', text: 'hello', stamp};
const err: LogLine = {kind: 'line', stream: 'stderr', text: 'oh no', atMillis: 0};
const source = sourceOf('api');

const text = (line: LogLine, head: Partial<LineHead> = {}): string =>
	printedLine(source, line, {hasStamps: false, ...head})
		.map(span => span.text)
		.join('');

test('one source alone is its text, as a pipe expects', () => {
	expect(text(out)).toBe('hello');
	expect(text(err)).toBe('oh no');
});

test('several have names of one width and a sign for each stream', () => {
	const names = padNames(
		new Map([
			[source, 'api'],
			[sourceOf('db'), 'postgres'],
		]),
	);
	const signs = ['│', '┃'] as const;
	expect(text(out, {names, signs})).toBe('api      │ hello');
	expect(text(err, {names, signs})).toBe('api      ┃ oh no');
});

test('time stamps keep all their digits; a note has one too', () => {
	expect(text(out, {hasStamps: true})).toBe(`${stamp} hello`);
	expect(text({kind: 'gap', reason: 'restarted', atMillis: 0}, {hasStamps: true})).toBe(
		'1970-01-01T00:00:00.000Z ── restarted ──',
	);
});

test('colours of the program stay, the rest of what it sends goes', () => {
	const line: LogLine = {...out, text: 'a \u001b[32mgreen\u001b[0m \u001b]0;title\u0007end'};
	const spans = printedLine(source, line, {hasStamps: false});
	expect(spans.find(span => span.text === 'green')?.style?.colour).toEqual({
		...{kind: 'index', index: 2},
	});
	expect(spans.map(span => span.text).join('')).toBe('a green end');
});

test('a line that was cut says so', () => {
	expect(text({...out, cutBytes: 12})).toBe('hello [+12 bytes]');
});
