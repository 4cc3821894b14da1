import {expect, test} from 'vitest';
import {commandTable} from '../../../source/commands/command-table.ts';
import {parseChord} from '../../../source/commands/parse-chord.ts';

test.each([
	['j', 'j'],
	['G', 'G'],
	['?', '?'],
	['+', '+'],
	['-', '-'],
	['ä', 'ä'],
	['shift+g', 'G'],
	['Ctrl+R', 'ctrl+r'],
	['ctrl-r', 'ctrl+r'],
	['C-r', 'ctrl+r'],
	['alt+x', 'alt+x'],
	['alt++', 'alt++'],
	['ctrl+alt+x', 'ctrl+alt+x'],
	['Esc', 'escape'],
	['PgDn', 'pagedown'],
	['Shift+Tab', 'shift+tab'],
	['ctrl+up', 'ctrl+up'],
	['Ctrl+Space', 'ctrl+space'],
	['Return', 'enter'],
])('%s is %s', (text, chord) => {
	expect(parseChord(text)).toEqual({chord});
});

test.each([
	['F5', 'function keys'],
	['ctrl+i', 'sends Tab'],
	['ctrl+m', 'sends Enter'],
	['ctrl+h', 'sends Backspace'],
	['ctrl+shift+r', 'does not tell of Shift'],
	['ctrl+1', 'only letters'],
	['shift+1', 'write the sign'],
	['shift+enter', 'does not tell it from enter'],
	['g g', 'one after the other'],
	['super+x', 'is no key'],
	['', 'is empty'],
	['\u0007', 'control character'],
])('%s cannot be typed, and that is said', (text, problem) => {
	expect(parseChord(text)).toEqual({problem: expect.stringContaining(problem)});
});

test('every key of the table can be written in a configuration', () => {
	for (const chord of commandTable.flatMap(({keys}) => keys)) {
		expect(parseChord(chord)).toEqual({chord});
	}
});
