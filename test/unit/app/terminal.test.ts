import {beforeEach, expect, test} from 'vitest';
import {Terminal} from '../../../source/app/terminal.ts';

let written: string;
let terminal: Terminal;

beforeEach(() => {
	written = '';
	terminal = terminalWith(false);
});

const terminalWith = (takesMouse: boolean): Terminal =>
	new Terminal({
		takesMouse,
		output: {
			write: text => {
				written += text;
			},
		},
	});

/** The private modes that are on after what was written. */
const modes = () => {
	const on = new Set<number>();
	for (const [, mode, end] of written.matchAll(/\u001B\[\?(\d+)([hl])/g))
		on[end === 'h' ? 'add' : 'delete'](Number(mode));
	return [...on].sort((a, b) => a - b);
};

const cursor = 25;

test('tidies up after a program that left modes on', () => {
	written =
		'\u001B[?1h\u001B[?1000h\u001B[?1003h\u001B[?1004h\u001B[?1006h\u001B[?2004h\u001B[?25l\u001B[?7l';
	terminal.tidy();
	expect(modes()).toEqual([7, cursor]);
});

test('asks for reports of focus, and leaves none on', () => {
	terminal.startReports();
	expect(modes()).toEqual([1004]);
	terminal.stopReports();
	expect(modes()).toEqual([]);
	terminal.startReports();
	terminal.restore({leaveAlternateScreen: true});
	expect(modes()).toEqual([cursor]);
});

test('takes the mouse with the reports, its motion never, and leaves none of it on', () => {
	terminal = terminalWith(true);
	terminal.startReports();
	expect(modes()).toEqual([1000, 1004, 1006]);
	terminal.stopReports();
	expect(modes()).toEqual([]);
	terminal.startReports();
	terminal.restore({leaveAlternateScreen: true});
	expect(modes()).toEqual([cursor]);
});

test('frees the mouse and takes it again, but not while another program has the terminal', () => {
	terminal = terminalWith(true);
	terminal.startReports();
	terminal.takeMouse(false);
	expect(modes()).toEqual([1004]);
	terminal.stopReports();
	terminal.takeMouse(true);
	expect(modes()).toEqual([]);
	terminal.startReports();
	expect(modes()).toEqual([1000, 1004, 1006]);
});

test('restores as often as it is asked to, and leaves the screen only when told', () => {
	written = '\u001B[?1049h\u001B[?25l';
	terminal.restore({leaveAlternateScreen: false});
	terminal.restore({leaveAlternateScreen: false});
	expect(modes()).toEqual([cursor, 1049]);
	terminal.restore({leaveAlternateScreen: true});
	expect(modes()).toEqual([cursor]);
});

test('says nothing to a terminal that is gone', () => {
	const gone = new Terminal({
		output: {
			destroyed: true,
			write: () => {
				throw new Error('write after end');
			},
		},
	});
	gone.restore({leaveAlternateScreen: true});
});
