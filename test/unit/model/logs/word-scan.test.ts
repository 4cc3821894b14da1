import {expect, test} from 'vitest';
import {scanWords} from '../../../../source/model/logs/word-scan.ts';

test.each([
	['after a time and brackets', '2026-11-26 10:45:32 [main] {7} ERROR cannot bind', 'ERROR'],
	['after the head of syslog', 'Nov 26 10:45:32 my host prog[7]: WARN slow', 'WARN'],
	['in quotes it does not count, after them it does', '"ERROR" - WARN - slow', 'WARN'],
	['after signs', ' ⨯ Error: boom', 'Error'],
])('a word %s', (_, text, word) => {
	const at = scanWords(text)?.at;
	expect(at && text.slice(...at)).toBe(word);
});

test.each([
	['sentences', 'this is a sentence of many words [ERROR] and more'],
	['sentences in other scripts', 'сервер не смог открыть [ERROR]'],
	['the end of very long lines', `${'1 '.repeat(300)}ERROR`],
	['quotes that are not closed', '"GET /x ERROR'],
])('not in %s', (_, text) => {
	expect(scanWords(text)).toBeUndefined();
});
