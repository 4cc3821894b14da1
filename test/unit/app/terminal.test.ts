import {beforeEach, expect, test} from 'vitest';
import {everythingOff, everythingOffInPlace, Terminal} from '../../../source/app/terminal.ts';
import {ScreenTerminal} from '../../helpers/screen-terminal.ts';

let written: string;
let terminal: Terminal;

beforeEach(() => {
	written = '';
	terminal = terminalWith(false);
});

const terminalWith = (takesMouse: boolean, isSpoken = false): Terminal =>
	new Terminal({
		...{takesMouse, isSpoken},
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

test('a screen reader gets the cursor and no reports, also after another program', () => {
	terminal = terminalWith(true, true);
	terminal.startReports();
	terminal.takeMouse(true);
	terminal.stopReports();
	written += '\u001B[?25l';
	terminal.startReports();
	expect(modes()).toEqual([cursor]);
});

const terminalAfter = async (text: string) => {
	const screen = new ScreenTerminal(40, 10);
	screen.stream.write(text);
	await screen.settled();
	return screen;
};

test('what is switched off in place leaves the cursor of the ordinary screen alone', async () => {
	const before = 'one\r\ntwo\r\n';
	expect((await terminalAfter(before + everythingOffInPlace)).cursor).toEqual({column: 0, row: 2});
	// A screen that nobody entered is left for the place where the cursor was kept last.
	expect((await terminalAfter(`\u001B7${before}${everythingOff.slice(-8)}`)).cursor.row).toBe(0);
});

test('what is switched off in place leaves the screen that a killed editor was on', async () => {
	const screen = await terminalAfter(`shell\u001B[?1049heditor${everythingOffInPlace}`);
	expect(screen.isAlternate).toBe(false);
	expect(screen.rows()[0]).toBe('shell');
});
