import {expect, test} from 'vitest';
import {logLineJson, logLineText} from '../../../source/format/log-text.ts';
import type {LogLine} from '../../../source/model/log-line.ts';

const stamp = '2026-11-26T10:42:07.114159265Z';
const line = (text: string, change: Partial<LogLine> = {}): LogLine =>
	({kind: 'line', stream: 'stderr', text, ...change}) as LogLine;

test('text is clean, and says what was cut', () => {
	expect(logLineText(line('\u001b[31mred\u001b[0m \u001b]52;c;aGk=\u0007end'))).toBe('red end');
	expect(logLineText(line('long', {cutBytes: 900}))).toBe('long [+900 bytes]');
	expect(logLineText({kind: 'gap', reason: 'restarted, exit 1'})).toBe('── restarted, exit 1 ──');
});

test('JSON holds the text as it was, and nothing that a terminal acts on', () => {
	const text = 'a\u001b[31m\u009b31m\u2028 "q" \u0000 ü';
	const json = logLineJson(line(text, {stamp}), {source: 'shop/api', level: 'error'});
	expect(json).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028]/);
	expect(JSON.parse(json)).toEqual({
		time: stamp,
		source: 'shop/api',
		stream: 'stderr',
		level: 'error',
		text,
		cutBytes: 0,
	});
});

test('what is not known is null; a note is a note', () => {
	expect(JSON.parse(logLineJson(line('x'), {source: null}))).toMatchObject({
		...{time: null, source: null, level: null},
	});
	const gap: LogLine = {kind: 'gap', reason: 'restarted', atMillis: 0};
	expect(JSON.parse(logLineJson(gap, {source: 'api'}))).toEqual({
		time: '1970-01-01T00:00:00.000Z',
		source: 'api',
		note: 'restarted',
	});
});
