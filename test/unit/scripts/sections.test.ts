import {expect, test} from 'vitest';
import {fillSection} from '../../../scripts/lib/sections.ts';

test('what stands between the markers is replaced, whatever is in it', () => {
	expect(fillSection('a\n<!-- t -->\nold\n<!-- /t -->\nb', 't', '$& new')).toBe(
		'a\n<!-- t -->\n$& new\n<!-- /t -->\nb',
	);
	expect(fillSection('<!-- t -->\n<!-- /t -->', 't', 'new')).toBe('<!-- t -->\nnew\n<!-- /t -->');
});

test('a missing marker is told', () => {
	expect(() => fillSection('<!-- t -->', 't', '')).toThrow('<!-- /t -->');
	expect(() => fillSection('<!-- /t --> <!-- t -->', 't', '')).toThrow('<!-- t -->');
});
