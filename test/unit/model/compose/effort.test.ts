import {expect, test} from 'vitest';
import {Effort} from '../../../../source/model/compose/effort.ts';

test('is spent once more was taken than there was', () => {
	const effort = new Effort(5);
	effort.spend(5);
	expect(effort.isSpent).toBe(false);
	effort.spend(1);
	expect(effort.isSpent).toBe(true);
});
