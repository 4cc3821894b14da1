import type {ExecSession} from '../engine/engine.ts';
import type {InputLoan} from './input-router.ts';

const interrupt = 0x03;

/** Brings what is typed to the shell that is being tried; the one that exists gets all of it. */
export class ShellKeys {
	readonly #loan: InputLoan;
	readonly #onInterrupt: () => void;
	#session: ExecSession | undefined;
	#isOpen = false;
	/** Typed to shells that may not exist; undefined once one does. */
	#typed: Uint8Array[] | undefined = [];

	/** `onInterrupt`: Ctrl-C between two tries. */
	constructor(loan: InputLoan, onInterrupt: () => void) {
		this.#loan = loan;
		this.#onInterrupt = onInterrupt;
	}

	goTo(session: ExecSession): void {
		this.#session = session;
		for (const bytes of this.#typed ?? []) session.write(bytes);
		if (!this.#isOpen) this.#loan.open(bytes => this.#type(bytes));
		this.#isOpen = true;
	}

	/** The shell of now exists. */
	settle(): void {
		this.#typed = undefined;
	}

	/** The shell of now does not exist. */
	wait(): void {
		this.#session = undefined;
	}

	#type(bytes: Uint8Array): void {
		this.#typed?.push(bytes);
		if (this.#session) this.#session.write(bytes);
		else if (bytes.includes(interrupt)) this.#onInterrupt();
	}
}
