import {beforeEach, expect, test} from 'vitest';
import {Terminal} from '../../../source/app/terminal.ts';

let written: string;
let terminal: Terminal;

beforeEach(() => {
	written = '';
	terminal = new Terminal({
		write: text => {
			written += text;
		},
	});
});

/** The private modes that are on after what was written. */
const modes = () => {
	const on = new Set<number>();
	for (const [, mode, end] of written.matchAll(/\u001B\[\?(\d+)([hl])/g))
		on[end === 'h' ? 'add' : 'delete'](Number(mode));
	return [...on].sort((a, b) => a - b);
};

const focus = 1004;
const mouse = [1000, 1006];
const cursor = 25;

test('switches on what was asked for', () => {
	terminal.enter({mouse: false});
	expect(modes()).toEqual([focus]);
	terminal.setMouse(true);
	expect(modes()).toEqual([mouse[0], focus, mouse[1]]);
	terminal.setMouse(false);
	expect(modes()).toEqual([focus]);
});

test('has everything off while another program has the terminal, and then as it was', () => {
	terminal.enter({mouse: true});
	terminal.suspend();
	expect(modes()).toEqual([]);
	terminal.resume();
	expect(modes()).toEqual([mouse[0], focus, mouse[1]]);
});

test('remembers a change of the mouse that comes while another program has the terminal', () => {
	terminal.enter({mouse: true});
	terminal.suspend();
	terminal.setMouse(false);
	expect(modes()).toEqual([]);
	terminal.resume();
	expect(modes()).toEqual([focus]);
});

test('tidies up after a program that left modes on', () => {
	written = '\u001B[?1h\u001B[?1003h\u001B[?2004h\u001B[?25l\u001B[?7l';
	terminal.tidy();
	expect(modes()).toEqual([7, cursor]);
});

test('restores as often as it is asked to, and leaves the screen only when told', () => {
	written = '\u001B[?1049h\u001B[?25l';
	terminal.enter({mouse: true});
	terminal.restore({leaveAlternateScreen: false});
	terminal.restore({leaveAlternateScreen: false});
	expect(modes()).toEqual([cursor, 1049]);
	terminal.restore({leaveAlternateScreen: true});
	expect(modes()).toEqual([cursor]);
});

test('says nothing to a terminal that is gone', () => {
	const gone = new Terminal({
		destroyed: true,
		write: () => {
			throw new Error('write after end');
		},
	});
	gone.restore({leaveAlternateScreen: true});
});
