import {expect, test} from 'vitest';
import {levelOfPriority, levelWord} from '../../../../source/model/logs/level-words.ts';

const levelOf = (word: string): string | undefined => levelWord(word, 0, word.length)?.level;

test.each([
	['notice', 'info'],
	['Warning', 'warn'],
	['SEVERE', 'error'],
	['critical', 'fatal'],
	['ALERT', 'fatal'],
	['emerg', 'fatal'],
	['PANIC', 'fatal'],
	['dbg', 'debug'],
	['TRC', 'trace'],
])('%s is %s', (word, level) => {
	expect(levelOf(word)).toBe(level);
});

test.each(['errors', 'error_count', 'er', 'information1', 'constructor', ''])(
	'%s is no level',
	word => {
		expect(levelOf(word)).toBeUndefined();
	},
);

test('severities of syslog, with and without a facility', () => {
	expect([0, 3, 4, 5, 6, 7].map(levelOfPriority)).toEqual([
		'fatal',
		'error',
		'warn',
		'info',
		'info',
		'debug',
	]);
	expect(levelOfPriority(134)).toBe('info');
	expect(levelOfPriority(191)).toBe('debug');
	expect(levelOfPriority(192)).toBeUndefined();
	expect(levelOfPriority(-1)).toBeUndefined();
});
