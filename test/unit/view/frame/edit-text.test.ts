import {expect, test} from 'vitest';
import {editText} from '../../../../source/view/frame/edit-text.ts';

test.each([
	['a character', 'ab', 'c', 'abc'],
	['a capital', 'ab', 'G', 'abG'],
	['a blank', 'ab', 'space', 'ab '],
	['a character of several code points', 'ab', 'e\u0301', 'abe\u0301'],
	['a backspace', 'ab', 'backspace', 'a'],
	['a backspace on nothing', '', 'backspace', ''],
	['a backspace on a character of several code points', 'abe\u0301', 'backspace', 'ab'],
	['a backspace on a family', 'a👩‍👩‍👧', 'backspace', 'a'],
	['Ctrl-U', 'ab cd', 'ctrl+u', ''],
	['Ctrl-W', 'ab cd', 'ctrl+w', 'ab '],
	['Ctrl-W behind blanks', 'ab cd  ', 'ctrl+w', 'ab '],
	['Ctrl-W on nothing', '', 'ctrl+w', ''],
])('%s', (_what, text, chord, expected) => {
	expect(editText(text, chord)).toBe(expected);
});

test.each(['up', 'enter', 'escape', 'tab', 'ctrl+a', 'alt+x', 'pagedown', 'delete', ''])(
	'%j is no text',
	chord => {
		expect(editText('ab', chord)).toBeUndefined();
	},
);
