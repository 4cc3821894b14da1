import {closeSync, openSync, readSync} from 'node:fs';

/** The longest is `memory.stat`, with some 2 kB; `io.stat` has a line for each device. */
const shared = Buffer.allocUnsafe(64 * 1024);

/**
 * A file that the kernel writes anew at each read. With its handle kept, a read is one system call;
 * without, where handles are scarce, it is three. Reads block, for some microseconds: the kernel
 * answers from memory.
 */
export class KernelFile {
	readonly #path: string;
	readonly #isKept: boolean;
	#handle: number | undefined;

	constructor(path: string, {isKept}: {readonly isKept: boolean}) {
		this.#path = path;
		this.#isKept = isKept;
	}

	/**
	 * The content, valid until the next read of any file. Throws what Node throws: ENOENT or ENODEV for
	 * a group that is gone, EACCES, EMFILE.
	 */
	read(): Buffer {
		const handle = this.#handle ?? openSync(this.#path, 'r');
		if (this.#isKept) this.#handle = handle;
		try {
			return shared.subarray(0, readSync(handle, shared, 0, shared.length, 0));
		} finally {
			if (!this.#isKept) closeSync(handle);
		}
	}

	close(): void {
		if (this.#handle === undefined) return;
		closeSync(this.#handle);
		this.#handle = undefined;
	}
}
