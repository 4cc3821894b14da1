/** What Ink wrote, taken apart. */
export interface InkOutput {
	/** Terminal modes to pass on: alternate screen, paste, cursor, keyboard protocol. */
	readonly modes: string;
	/** A new frame, one string a row; undefined when only the old one was erased. */
	readonly frame?: readonly string[];
}

const synchronizedUpdate = /\u001b\[\?2026[hl]/g;
const modeSequence = /\u001b\[(?:\?[\d;]*[hlu]|[<>=][\d;]*u)/g;
/** Ink moves and erases relative to its last frame, which is not what is on the screen. */
const movesAtStart = /^(?:\u001b\[[\d;]*[A-K])+/;
const movesAtEnd = /(?:\u001b\[[\d;]*[A-K])+$/;

/**
 * Splits a write of Ink into modes and frame. In a frame the cursor is neither shown nor placed:
 * nothing on the screen is where Ink thinks it is.
 */
export const readInkOutput = (data: string): InkOutput => {
	const written = data.replace(synchronizedUpdate, '');
	const body = written.replace(modeSequence, '').replace(movesAtStart, '').replace(movesAtEnd, '');
	if (body !== '') return {modes: '', frame: body.split('\n')};
	return {modes: (written.match(modeSequence) ?? []).join('')};
};
