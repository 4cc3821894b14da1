import {StringDecoder} from 'node:string_decoder';

export interface TypedLinesPorts {
	/** To the screen: what a terminal in its ordinary mode would show by itself. */
	readonly echo: (text: string) => void;
	/** A whole line. */
	readonly send: (line: string) => void;
}

/** What the kernel does for a program on an ordinary terminal, and nobody for one that is read from in raw mode. */
export class TypedLines {
	readonly #ports: TypedLinesPorts;
	readonly #decoder = new StringDecoder('utf8');
	#letters: readonly string[] = [];

	constructor(ports: TypedLinesPorts) {
		this.#ports = ports;
	}

	type(bytes: Uint8Array): void {
		const {echo, send} = this.#ports;
		for (const letter of this.#decoder.write(Buffer.from(bytes))) {
			if (letter === '\r' || letter === '\n') {
				echo('\r\n');
				send(`${this.#letters.join('')}\n`);
				this.#letters = [];
			} else if (letter === '\u007F' || letter === '\b') {
				if (this.#letters.length > 0) echo('\b \b');
				this.#letters = this.#letters.slice(0, -1);
			} else if (letter >= ' ' || letter === '\t') {
				echo(letter);
				this.#letters = [...this.#letters, letter];
			}
		}
	}
}
