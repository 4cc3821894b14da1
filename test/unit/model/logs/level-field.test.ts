import {expect, test} from 'vitest';
import {levelOfField, levelOfMongo} from '../../../../source/model/logs/level-field.ts';

test.each([
	['level', 'error', 'error'],
	['Level', 'Warning', 'warn'],
	['level', 'DEBUG-4', 'debug'],
	['level', '30', 'info'],
	['level', '35', 'info'],
	['level', '60', 'fatal'],
	['levelno', '30', 'warn'],
	['log.level', 'INFO', 'info'],
	['PRIORITY', '3', 'error'],
	['status', 'error', 'error'],
])('%s %s is %s', (name, value, level) => {
	expect(levelOfField(name, value)).toBe(level);
});

test.each([
	['level', '3'],
	['level', '100'],
	['level', 'high'],
	['status', '500'],
	['status', '30'],
	['priority', 'high'],
	['severity_count', 'error'],
])('%s %s tells no level', (name, value) => {
	expect(levelOfField(name, value)).toBeUndefined();
});

test('numbers of Graylog are those of syslog', () => {
	expect(levelOfField('level', '3', true)).toBe('error');
});

test('letters of MongoDB', () => {
	expect(['F', 'E', 'W', 'I', 'D1', 'D5'].map(levelOfMongo)).toEqual([
		'fatal',
		'error',
		'warn',
		'info',
		'debug',
		'debug',
	]);
	expect(levelOfMongo('Immediate')).toBeUndefined();
});
