import {expect, test} from 'vitest';
import {renderTable} from '../../../scripts/lib/table.ts';

test('columns are as wide as what is in them, and the result is Markdown', () => {
	expect(
		renderTable([
			['what', 'n'],
			['a long one', '–'],
		]),
	).toBe('| what       | n   |\n|------------|-----|\n| a long one | –   |');
});
