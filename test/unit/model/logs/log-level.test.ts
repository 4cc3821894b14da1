import {expect, test} from 'vitest';
import {isAtLeast, logLevels} from '../../../../source/model/logs/log-level.ts';

test('levels are ordered from harmless to bad', () => {
	const atLeastWarn = logLevels.filter(level => isAtLeast(level, 'warn'));
	expect(atLeastWarn).toEqual(['warn', 'error', 'fatal']);
	expect(logLevels.every(level => isAtLeast(level, level))).toBe(true);
});
