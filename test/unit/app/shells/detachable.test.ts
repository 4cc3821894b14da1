import {setImmediate} from 'node:timers/promises';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {expect, test} from 'vitest';
import {detachable} from '../../../../source/app/shells/detachable.ts';
import {TypedLines} from '../../../../source/app/shells/typed-lines.ts';
import type {AttachSession} from '../../../../source/engine/engine.ts';
import {until} from '../../../helpers/until.ts';

const attachTo = (facts: Pick<AttachSession, 'isTerminal' | 'takesInput'>) => {
	let written = '';
	let echoed = '';
	let closed = 0;
	const forever = Promise.withResolvers<IteratorResult<Uint8Array>>();
	const session: AttachSession = {
		...{...facts, id: 'x', resize: async () => {}, exitCode: async () => 7},
		write: bytes => {
			written += Buffer.from(bytes).toString();
		},
		output: {[Symbol.asyncIterator]: () => ({next: () => forever.promise})},
		async close() {
			closed++;
		},
	};
	const joined = detachable(session, text => {
		echoed += text;
	});
	const ended = (async () => {
		for await (const _bytes of joined.output);
	})();
	return {
		joined,
		ended,
		type: (text: string) => joined.write(Buffer.from(text)),
		seen: () => ({written, echoed, closed}),
		finish: () => forever.resolve({done: true, value: undefined}),
	};
};

const terminal = {isTerminal: true, takesInput: true};

test('on a terminal every key is the program’s, Ctrl-C and Ctrl-P at once', () => {
	const {type, seen, joined} = attachTo(terminal);
	type('ls\r\u0003\u0010');
	expect(seen()).toEqual({written: 'ls\r\u0003\u0010', echoed: '', closed: 0});
	expect(joined.isDetached()).toBe(false);
});

test.each([
	['in one piece', ['ab\u0010\u0011cd']],
	['in two', ['ab\u0010', '\u0011cd']],
])('Ctrl-P Ctrl-Q %s leaves, and what is behind it is nobody’s', async (_how, pieces) => {
	const {type, seen, joined, ended} = attachTo(terminal);
	for (const piece of pieces) type(piece);
	type('more');
	await ended;
	expect(joined.isDetached()).toBe(true);
	expect(await joined.exitCode()).toBeUndefined();
	expect(seen()).toEqual({written: 'ab\u0010', echoed: '', closed: 1});
});

test('Ctrl-Q alone, or after another key, does not leave', () => {
	const {type, joined} = attachTo(terminal);
	type('\u0011\u0010a\u0011');
	expect(joined.isDetached()).toBe(false);
});

test('without a terminal lines go as they are ended, are seen while they are typed, and can be mended', () => {
	const {type, seen} = attachTo({isTerminal: false, takesInput: true});
	type('hellp');
	expect(seen().written).toBe('');
	type('\u007Fo\u001B[A\r');
	expect(seen()).toMatchObject({written: 'hello[A\n', echoed: 'hellp\b \bo[A\r\n'});
});

test.each(['\u0003', '\u0004', '\u0010\u0011'])('without a terminal %j leaves', async keys => {
	const {type, joined, ended} = attachTo({isTerminal: false, takesInput: false});
	type(keys);
	await ended;
	expect(joined.isDetached()).toBe(true);
});

test('however much is written, none of it is kept', async () => {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	const written: WeakRef<Uint8Array>[] = [];
	async function* output(): AsyncGenerator<Uint8Array> {
		for (let count = 0; count < 200; count++) {
			const bytes = new Uint8Array(64 * 1024);
			written.push(new WeakRef(bytes));
			yield bytes;
			await setImmediate();
		}
		await forever;
	}
	const {promise: forever} = Promise.withResolvers<void>();
	const session: AttachSession = {
		...{...terminal, id: 'x', output: output(), write() {}, resize: async () => {}},
		...{exitCode: async () => undefined, close: async () => {}},
	};
	const joined = detachable(session, () => {});
	const ended = (async () => {
		for await (const _bytes of joined.output);
	})();
	await until(() => written.length === 200, 'all of it');
	await setImmediate();
	// References that were looked at live on until the end of the turn.
	const kept = (): number => written.filter(each => each.deref() !== undefined).length;
	await until(
		async () => {
			collect();
			await setImmediate();
			return kept() < 5;
		},
		() => `${kept()} of 200 chunks be let go`,
	);
	joined.write(Buffer.from('\u0010\u0011'));
	await ended;
});

test('the end of the program is its own', async () => {
	const {joined, ended, finish} = attachTo(terminal);
	finish();
	await ended;
	expect(joined.isDetached()).toBe(false);
	expect(await joined.exitCode()).toBe(7);
});

test('a paste of a megabyte takes no longer than it is long, and is echoed at once', () => {
	const echoes: string[] = [];
	const lines: string[] = [];
	const typed = new TypedLines({
		echo: text => void echoes.push(text),
		send: line => void lines.push(line),
	});
	typed.type(Buffer.from('x'.repeat(1_000_000)));
	expect(echoes).toHaveLength(1);
	typed.type(Buffer.from('\r'));
	expect(lines.map(({length}) => length)).toEqual([1_000_001]);
});

test('what a terminal would act on is neither echoed nor sent', () => {
	const {type, seen} = attachTo({isTerminal: false, takesInput: true});
	type('a\u001B\u009b2J\u0007b\tc\r');
	expect(seen()).toMatchObject({written: 'a2Jb\tc\n', echoed: 'a2Jb\tc\r\n'});
});
