import {closeSync, openSync, readSync} from 'node:fs';

/** The longest is `memory.stat`, with some 2 kB; `io.stat` has a line for each device. */
const shared = Buffer.allocUnsafe(64 * 1024);

/**
 * Its first bytes, one view for each length: hundreds of files are read a second, and most of them are as
 * long as before.
 */
const views: (Buffer | undefined)[] = [];
const mostViews = 4096;

const firstOf = (length: number): Buffer => {
	if (length >= mostViews) return shared.subarray(0, length);
	let view = views[length];
	if (view === undefined) {
		view = shared.subarray(0, length);
		views[length] = view;
	}
	return view;
};

/**
 * Of a file of many lines the kernel gives as many whole ones as fit into a page. What is shorter than
 * the smallest page by more than any line has come to its end.
 */
const surelyAllBytes = 2048;

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
		return this.#use(handle => firstOf(readSync(handle, shared, 0, shared.length, 0)));
	}

	/** The same for a file of many lines, of which the kernel gives a page at a time; what fits into 64 kB. */
	readLines(): Buffer {
		return this.#use(handle => {
			let length = 0;
			for (;;) {
				const more = readSync(handle, shared, length, shared.length - length, length);
				length += more;
				if (more < surelyAllBytes) return firstOf(length);
			}
		});
	}

	close(): void {
		if (this.#handle === undefined) return;
		closeSync(this.#handle);
		this.#handle = undefined;
	}

	#use<T>(read: (handle: number) => T): T {
		const handle = this.#handle ?? openSync(this.#path, 'r');
		if (this.#isKept) this.#handle = handle;
		try {
			return read(handle);
		} finally {
			if (!this.#isKept) closeSync(handle);
		}
	}
}

/** Of the kernel, such as ENODEV; not a defect. */
export const isSystemError = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && typeof error.code === 'string';
