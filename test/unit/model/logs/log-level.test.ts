import {expect, test} from 'vitest';
import {isAtLeast, logLevels} from '../../../../source/model/logs/log-level.ts';

test('levels are in order, each is at least itself', () => {
	expect(isAtLeast('error', 'warn')).toBe(true);
	expect(isAtLeast('info', 'warn')).toBe(false);
	for (const level of logLevels) expect(isAtLeast(level, level)).toBe(true);
});
