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

/** Focus, which we ask for, and mouse with its reports in digits, which a program may leave on. */
const reportsOff = [1006, 1000, focusReports].map(off).join('');

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

/** For whoever finds the terminal without its program. */
export const everythingOff = foreignModesOff + usualModesOff + off(alternateScreen);

/** Puts the modes of the terminal right; all but focus are switched on by Ink, the canvas, and programs in a shell. */
export class Terminal {
	readonly #output: TerminalOutput;

	constructor(output: TerminalOutput = process.stdout) {
		this.#output = output;
	}

	/** Where another program has ended, before Ink draws again. */
	tidy(): void {
		this.#write(foreignModesOff + usualModesOff);
	}

	/** Tells from now on when another window gets the keyboard; terminals that cannot ignore it. */
	reportFocus(): void {
		this.#write(on(focusReports));
	}

	/** Before another program has the terminal, to which the reports would be keys. */
	ignoreFocus(): void {
		this.#write(off(focusReports));
	}

	/** Ink hides it; a screen reader reads where it is. */
	showCursor(): void {
		this.#write(on(25));
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
