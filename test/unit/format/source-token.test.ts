import {expect, test} from 'vitest';
import {sourceToken} from '../../../source/format/source-token.ts';

test('is the same for the same source, and there are several', () => {
	const names = Array.from({length: 40}, (_, index) => `source ${index}`);
	expect(names.map(sourceToken)).toEqual(names.map(sourceToken));
	expect(new Set(names.map(sourceToken)).size).toBe(6);
});
