/** Longer lines are cut: nobody reads them on a screen, and they are laid out anew at each size. */
const longestLine = 4000;

/** Makes lines of pieces of text, which may end anywhere. */
export class OutputLines {
	#decoder = new TextDecoder();
	#rest = '';

	/** The lines that are complete by these bytes. */
	take(bytes: Uint8Array): readonly string[] {
		return this.#split(this.#rest + this.#decoder.decode(bytes, {stream: true}));
	}

	/** What stands behind the last line end, if anything does. */
	end(): readonly string[] {
		const lines = this.#split(`${this.#rest}${this.#decoder.decode()}\n`);
		return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
	}

	#split(text: string): readonly string[] {
		const lines = text.split('\n');
		// Of a line without an end only so much is kept as will be shown.
		this.#rest = (lines.pop() ?? '').slice(-longestLine);
		return lines.map(line => line.replace(/\r$/, '').slice(0, longestLine));
	}
}
