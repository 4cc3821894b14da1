import process from 'node:process';

/** What is needed of `process.stdout`. */
export interface TerminalOutput {
	write(text: string): unknown;
	readonly destroyed?: boolean;
}

const on = (mode: number): string => `\u001B[?${mode}h`;
const off = (mode: number): string => `\u001B[?${mode}l`;

const mouseButtons = 1000;
/** Reports in digits; the older form may send any byte. */
const mouseDigits = 1006;
const focusReports = 1004;

const mouseOn = on(mouseButtons) + on(mouseDigits);
const mouseOff = off(mouseDigits) + off(mouseButtons);

const alternateScreen = 1049;

/** What dockmon and Ink switch on, and the style of the last cell. */
const ownModesOff = [off(2026), mouseOff, off(focusReports), off(2004), on(25), '\u001B[0m'].join(
	'',
);

/**
 * What a program in a shell may have left behind: other mouse modes, application keys, no wrapping,
 * insert mode, a scrolling region, line-drawing characters. Not the alternate screen: leaving that
 * twice would move the cursor, and Ink enters it anyway.
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
export const everythingOff = foreignModesOff + ownModesOff + off(alternateScreen);

/** The only place that switches modes of the terminal, beside Ink with its screen and cursor. */
export class Terminal {
	readonly #output: TerminalOutput;
	#wantsMouse = false;
	#isEntered = false;

	constructor(output: TerminalOutput = process.stdout) {
		this.#output = output;
	}

	/** From now on the terminal reports focus and, unless switched off, the mouse. */
	enter(options: {readonly mouse: boolean}): void {
		this.#wantsMouse = options.mouse;
		this.resume();
	}

	/** The mouse selects text in the terminal again while it is off. */
	setMouse(wantsMouse: boolean): void {
		this.#wantsMouse = wantsMouse;
		if (this.#isEntered) this.#write(wantsMouse ? mouseOn : mouseOff);
	}

	/** Before another program gets the terminal. */
	suspend(): void {
		if (!this.#isEntered) return;
		this.#isEntered = false;
		this.#write(mouseOff + off(focusReports));
	}

	/** Where another program has ended, before Ink draws again. */
	tidy(): void {
		this.#write(foreignModesOff + ownModesOff);
	}

	saveCursor(): void {
		this.#write('\u001B7');
	}

	/** When Ink has the screen again. */
	resume(): void {
		this.#isEntered = true;
		this.#write(on(focusReports) + (this.#wantsMouse ? mouseOn : ''));
	}

	/**
	 * The way out, on whichever path, as often as it is called. Complete when it returns, because
	 * Node writes to a terminal synchronously; so it also works in an `exit` listener.
	 */
	restore(options: {readonly leaveAlternateScreen: boolean}): void {
		this.#isEntered = false;
		this.#write(ownModesOff + (options.leaveAlternateScreen ? off(alternateScreen) : ''));
	}

	#write(text: string): void {
		if (this.#output.destroyed !== true) this.#output.write(text);
	}
}
