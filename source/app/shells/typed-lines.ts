import {StringDecoder} from 'node:string_decoder';

export interface TypedLinesPorts {
	/** To the screen: what a terminal in its ordinary mode would show by itself. */
	readonly echo: (text: string) => void;
	/** A whole line. */
	readonly send: (line: string) => void;
}

/** A terminal would act on them, also where they were pasted. */
const isControl = (letter: string): boolean =>
	letter < ' ' || (letter >= '\u007F' && letter <= '\u009F');

/** What the kernel does for a program on an ordinary terminal, and nobody for one that is read from in raw mode. */
export class TypedLines {
	readonly #ports: TypedLinesPorts;
	readonly #decoder = new StringDecoder('utf8');
	readonly #letters: string[] = [];

	constructor(ports: TypedLinesPorts) {
		this.#ports = ports;
	}

	type(bytes: Uint8Array): void {
		const {echo, send} = this.#ports;
		// Once for each paste and not for each letter of it.
		let echoed = '';
		for (const letter of this.#decoder.write(Buffer.from(bytes))) {
			if (letter === '\r' || letter === '\n') {
				echo(`${echoed}\r\n`);
				echoed = '';
				send(`${this.#letters.splice(0).join('')}\n`);
			} else if (letter === '\u007F' || letter === '\b') {
				if (this.#letters.pop() !== undefined) echoed += '\b \b';
			} else if (letter === '\t' || !isControl(letter)) {
				echoed += letter;
				this.#letters.push(letter);
			}
		}
		if (echoed !== '') echo(echoed);
	}
}
