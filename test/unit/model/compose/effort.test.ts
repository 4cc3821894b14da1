import {expect, test} from 'vitest';
import {Effort} from '../../../../source/model/compose/effort.ts';

test('it is spent when more was asked of it than there was', () => {
	const effort = new Effort(3);
	effort.spend(1);
	effort.spend(2);
	expect(effort.isSpent).toBe(false);
	effort.spend(1);
	expect(effort.isSpent).toBe(true);
});
