import {describe, expect, test} from 'vitest';
import {saidTwice} from '../../../../../source/view/panes/logs/own-time.ts';

const atMillis = Date.UTC(2026, 10, 26, 17, 21, 44, 557);
const hidden = (text: string): string => text.slice(...(saidTwice(text, atMillis, []) ?? [0, 0]));

describe('a time of the same moment is said twice', () => {
	test.each([
		'2026-11-26 17:21:44,557 ',
		'2026-11-26 17:21:44,120 ',
		'17:21:44.557   ',
		'17:21:44 ',
		'[17:21:44.6] ',
		'2026-11-26T17:21:44.557Z ',
		// In Kathmandu.
		'2026-11-26 23:06:44.557 +05:45 ',
		'2026-11-26T09:21:44.557-08:00 ',
	])('%s', text => {
		expect(hidden(`${text}INFO  ready`)).toBe(text);
	});
});

test('in brackets with more, as Celery has it, only the time', () => {
	const text = '[2026-11-26 17:21:44,557: INFO/Main] done';
	const [from, to] = saidTwice(text, atMillis, []) ?? [0, 0];
	expect(text.slice(0, from) + text.slice(to)).toBe('[INFO/Main] done');
});

describe('what says anything else stays', () => {
	test.each([
		['another second', '2026-11-26 17:21:42,557 INFO'],
		['another one without a fraction', '17:21:46 INFO'],
		['half of a bracket', '[17:21:44 INFO done'],
		['the other half', '17:21:44] INFO done'],
		['the time of something else', 'started 17:21:44'],
		['nothing behind it', '17:21:44'],
		['nothing but blanks behind it', '17:21:44   '],
		['no blank behind it', '17:21:44: ready'],
	])('%s', (_what, text) => {
		expect(hidden(text)).toBe('');
	});

	test('without a time of the engine', () => {
		expect(saidTwice('17:21:44 INFO', undefined, [])).toBeUndefined();
	});

	test('where what is looked for begins in it, also if it goes on behind', () => {
		const look = (expression: RegExp) =>
			saidTwice('17:21:44.557 INFO ready', atMillis, [{expression, style: {}}]);
		for (const hit of [/21:44/g, /557 INFO/g, /^17/g]) expect(look(hit)).toBeUndefined();
		expect(look(/ready/g)).toEqual([0, 13]);
	});
});
