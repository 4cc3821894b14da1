import type {AttachSession, ExecSession} from '../../engine/engine.ts';
import {TypedLines} from './typed-lines.ts';

const interrupt = 0x03;
const endOfInput = 0x04;
const detachFirst = 0x10;
const detachSecond = 0x11;

export interface Detachable extends ExecSession {
	/** The user left; what was attached to goes on. */
	readonly isDetached: () => boolean;
}

/**
 * A session that Ctrl-P Ctrl-Q leaves. On a terminal all other keys are the program's, Ctrl-C too, and
 * Ctrl-P at once: nothing is held back until the next key. Where there is none no key can interrupt the
 * program, so Ctrl-C and Ctrl-D leave as well, and what is typed goes line by line.
 */
export const detachable = (session: AttachSession, echo: (text: string) => void): Detachable => {
	const detached = Promise.withResolvers<void>();
	let isDetached = false;
	let last: number | undefined;
	const lines = new TypedLines({
		echo: session.takesInput ? echo : () => {},
		send: text => session.write(Buffer.from(text)),
	});
	const isLeaving = (byte: number): boolean => {
		const isSequence = last === detachFirst && byte === detachSecond;
		last = byte;
		if (isSequence) return true;
		const isTerminal = session.isTerminal && session.takesInput;
		return !isTerminal && (byte === interrupt || byte === endOfInput);
	};
	return {
		...session,
		isDetached: () => isDetached,
		write(bytes) {
			if (isDetached) return;
			const at = bytes.findIndex(isLeaving);
			const passed = at < 0 ? bytes : bytes.subarray(0, at);
			if (session.isTerminal) session.write(passed);
			else lines.type(passed);
			if (at < 0) return;
			isDetached = true;
			detached.resolve();
		},
		output: untilDetached(session.output, detached.promise),
		async exitCode() {
			if (!isDetached) return await session.exitCode();
			await session.close();
			return undefined;
		},
	};
};

async function* untilDetached(
	output: AsyncIterable<Uint8Array>,
	detached: Promise<void>,
): AsyncGenerator<Uint8Array> {
	const iterator = output[Symbol.asyncIterator]();
	let isOver = false;
	let leave = (): void => {};
	void detached.then(() => {
		isOver = true;
		leave();
	});
	for (;;) {
		const next = iterator.next();
		// Not a race, whose losers would keep all output for as long as one is attached.
		const turn = Promise.withResolvers<IteratorResult<Uint8Array> | undefined>();
		leave = () => turn.resolve(undefined);
		next.then(turn.resolve, turn.reject);
		if (isOver) leave();
		const result = await turn.promise;
		if (result === undefined || result.done === true) {
			// Broken by the end of the connection, of which nobody is to be told any more.
			next.catch(() => {});
			return;
		}
		yield result.value;
	}
}
