import {expect, test} from 'vitest';
import {longestName} from '../../../../source/view/widgets/longest-name.ts';

test('cells, not letters, and looked for once in a list', () => {
	let asked = 0;
	const nameOf = (name: string): string => {
		asked++;
		return name;
	};
	const names = ['api', '漢字'];
	expect(longestName(names, nameOf)).toBe(4);
	expect(longestName(names, nameOf)).toBe(4);
	expect(asked).toBe(2);
	expect(longestName([], nameOf)).toBe(0);
});
