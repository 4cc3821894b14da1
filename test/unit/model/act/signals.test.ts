import {constants} from 'node:os';
import {expect, test} from 'vitest';
import {signals} from '../../../../source/model/act/signals.ts';

test('there are such signals, each with a letter of its own', () => {
	for (const {name} of signals) expect(constants.signals).toHaveProperty(name);
	expect(new Set(signals.map(({key}) => key)).size).toBe(signals.length);
});
