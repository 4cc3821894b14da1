import process from 'node:process';

/** What is needed of `process.stdout`. */
export interface TerminalOutput {
	write(text: string): unknown;
	readonly destroyed?: boolean;
}

const on = (mode: number): string => `\u001B[?${mode}h`;
const off = (mode: number): string => `\u001B[?${mode}l`;

const alternateScreen = 1049;

const focusReports = 1004;
/**
 * Presses and the wheel, in digits: columns beyond 223 are told right, and what is cut or lost cannot be
 * taken for keys. Never motion, which would cost for every cell that the pointer passes.
 */
const mouseReports = [1000, 1006];

const mouseOff = mouseReports.toReversed().map(off).join('');
const reportsOff = mouseOff + off(focusReports);

/** What the canvas and Ink switch on, reports, and the style of the last cell. */
const usualModesOff = [off(2026), reportsOff, off(2004), on(25), '\u001B[0m'].join('');

/**
 * What else a program in a shell may have left behind: other mouse modes, application keys, no
 * wrapping, insert mode, a scrolling region, line-drawing characters. Not the alternate screen:
 * leaving that twice would move the cursor, and Ink enters it anyway.
 */
const foreignModesOff = [
	off(1002),
	off(1003),
	off(1),
	'\u001B>',
	on(7),
	'\u001B[4l',
	'\u001B7\u001B[r\u001B8',
	'\u000F\u001B(B',
].join('');

/**
 * For whoever finds the terminal without a program that kept to the ordinary screen: leaves one that was
 * entered in a shell, but never for the place where the cursor was when something last kept that.
 */
export const everythingOffInPlace = foreignModesOff + usualModesOff + off(1047);

/** The same for a program with a screen of its own. */
export const everythingOff = foreignModesOff + usualModesOff + off(alternateScreen);

/**
 * For a terminal that any program may have left in any state, after a reset that keeps what is on the screen: the
 * reports and keyboards that dockmon never asks for, margins, reverse video, links, the shape of the
 * cursor. What must hold in the end comes last.
 */
export const anythingOff = [
	'\u001B[!p',
	...[9, 1001, 1005, 1007, 1015, 1016, 2031, 2048, 5, 6, 69, 47, 1047].map(off),
	'\u001B[<99u',
	'\u001B[>4m',
	'\u001B[0 q',
	'\u001B]8;;\u001B\\',
	everythingOff,
].join('');

interface TerminalOptions {
	readonly output?: TerminalOutput;
	readonly takesMouse?: boolean;
	/** A screen reader reads what is written. */
	readonly isSpoken?: boolean;
}

/** Puts the modes of the terminal right; all but the reports are switched on by Ink, the canvas, and programs in a shell. */
export class Terminal {
	readonly #output: TerminalOutput;
	readonly #isSpoken: boolean;
	#takesMouse: boolean;
	#isReporting = false;

	constructor({
		output = process.stdout,
		takesMouse = false,
		isSpoken = false,
	}: TerminalOptions = {}) {
		this.#output = output;
		this.#takesMouse = takesMouse;
		this.#isSpoken = isSpoken;
	}

	/** Where another program has ended, before Ink draws again. */
	tidy(): void {
		this.#write(foreignModesOff + usualModesOff);
	}

	/**
	 * Tells from now on when another window gets the keyboard, and what the mouse does; terminals that
	 * cannot ignore it. A screen reader reads on in any case, where the cursor is, which Ink hides.
	 */
	startReports(): void {
		if (this.#isSpoken) {
			this.#write(on(25));
			return;
		}
		this.#isReporting = true;
		this.#write(on(focusReports) + (this.#takesMouse ? mouseReports.map(on).join('') : ''));
	}

	/** Before another program has the terminal, to which the reports would be keys. */
	stopReports(): void {
		this.#isReporting = false;
		this.#write(reportsOff);
	}

	/** Ours from now on, or the terminal's own again, which selects text with it. */
	takeMouse(isTaken: boolean): void {
		this.#takesMouse = isTaken;
		if (this.#isReporting) this.#write(isTaken ? mouseReports.map(on).join('') : mouseOff);
	}

	/** What no frame is made of, such as a text for the clipboard. */
	send(sequence: string): void {
		this.#write(sequence);
	}

	saveCursor(): void {
		this.#write('\u001B7');
	}

	/**
	 * The way out, on whichever path, as often as it is called. Complete when it returns, because
	 * Node writes to a terminal synchronously; so it also works in an `exit` listener.
	 */
	restore(options: {readonly leaveAlternateScreen: boolean}): void {
		this.#write(usualModesOff + (options.leaveAlternateScreen ? off(alternateScreen) : ''));
	}

	#write(text: string): void {
		if (this.#output.destroyed !== true) this.#output.write(text);
	}
}
