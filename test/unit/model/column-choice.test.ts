import {expect, test} from 'vitest';
import {columnIds, columnText, parseColumn} from '../../../source/model/column-choice.ts';
import {columns} from '../../../source/view/panes/list/columns.ts';

test('the ids are those of the columns of the list', () => {
	expect(columnIds).toEqual(columns.map(({id}) => id));
});

test.each(['name', 'name:30', 'cpuBar:1', 'host:60'])('%s is read and written the same', text => {
	const column = parseColumn(text);
	expect(column && columnText(column)).toBe(text);
});

test.each(['', 'mem', 'name:', 'name:0', 'name:61', 'name:300', 'name:x', 'name 30', 'NAME'])(
	'%j is no column',
	text => {
		expect(parseColumn(text)).toBeUndefined();
	},
);
