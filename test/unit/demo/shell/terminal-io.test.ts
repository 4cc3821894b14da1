import {describe, expect, test} from 'vitest';
import {TerminalIo} from '../../../../source/demo/shell/terminal-io.ts';

const terminal = () => {
	let written = '';
	const io = new TerminalIo(text => {
		written += text;
	});
	return {io, written: () => written, type: (keys: string) => io.feed(Buffer.from(keys))};
};

describe('a line', () => {
	test.each([
		['abc\r', 'abc'],
		['abc\n', 'abc'],
		['abc\r\n', 'abc'],
		['abx\u007fc\r', 'abc'],
		['abx\bc\r', 'abc'],
		['\u007f\u007fabc\r', 'abc'],
		['nonsense\u0015abc\r', 'abc'],
		['echo wrong words\u0017\u0017abc\r', 'echo abc'],
		['a\u001b[Cb\u001b[Dc\r', 'abc'],
		['a\u001bOPb\u001b[15~c\r', 'abc'],
		['grün 日本 😀\r', 'grün 日本 😀'],
		['😀\u007fabc\r', 'abc'],
		['a\u0000\u0001b\r', 'ab'],
	])('%j is read as %s', async (keys, text) => {
		const {io, type} = terminal();
		const reading = io.readLine('$ ');
		type(keys);
		expect(await reading).toEqual({kind: 'line', text});
	});

	test('shows what it holds, whatever was erased', () => {
		const {io, type, written} = terminal();
		void io.readLine('$ ');
		type('lx\u007fs\r');
		expect(written()).toBe('$ lx\b \bs\r\n');
	});

	test('comes together from single bytes', async () => {
		const {io} = terminal();
		const reading = io.readLine();
		for (const byte of Buffer.from('grün\r')) io.feed(Buffer.from([byte]));
		expect(await reading).toEqual({kind: 'line', text: 'grün'});
	});

	test('typed ahead waits for its reader', async () => {
		const {io, type} = terminal();
		type('one\rtwo\r');
		expect(await io.readLine()).toMatchObject({text: 'one'});
		expect(await io.readLine()).toMatchObject({text: 'two'});
	});
});

describe('keys', () => {
	test('Ctrl-C drops the line and interrupts', async () => {
		const {io, type, written} = terminal();
		let interrupts = 0;
		io.onInterrupt = () => {
			interrupts++;
		};
		const reading = io.readLine('$ ');
		type('half a line\u0003');
		expect(await reading).toEqual({kind: 'interrupt'});
		expect(interrupts).toBe(1);
		expect(written().endsWith('^C\r\n')).toBe(true);
	});

	test('Ctrl-C forgets what was typed ahead', async () => {
		const {io, type} = terminal();
		type('rm -rf /\r\u0003ls\r');
		expect(await io.readLine()).toEqual({kind: 'line', text: 'ls'});
	});

	test('Ctrl-D ends the input, but only on an empty line', async () => {
		const {io, type} = terminal();
		const reading = io.readLine();
		type('a\u0004b\r');
		expect(await reading).toEqual({kind: 'line', text: 'ab'});
		type('\u0004');
		expect(await io.readLine()).toEqual({kind: 'end'});
	});

	test('up and down go through what was typed', async () => {
		const {io, type} = terminal();
		for (const line of ['first', 'second', 'second', '  ']) {
			const reading = io.readLine('$ ');
			type(`${line}\r`);
			await reading;
		}
		const recalled = async (keys: string) => {
			const reading = io.readLine('$ ');
			type(`${keys}\r`);
			return reading;
		};
		expect(await recalled('\u001b[A\u001b[A')).toMatchObject({text: 'first'});
		expect(await recalled('\u001b[A\u001b[A\u001b[A\u001b[A\u001b[B')).toMatchObject({
			text: 'second',
		});
		expect(await recalled('\u001b[A\u001b[Bnew')).toMatchObject({text: 'new'});
	});

	test('Ctrl-L clears and keeps the line', () => {
		const {io, type, written} = terminal();
		void io.readLine('$ ');
		type('ab\u000c');
		expect(written().endsWith('\u001b[H\u001b[2J$ ab')).toBe(true);
	});
});

test('newlines of the output become CR LF', () => {
	const {io, written} = terminal();
	io.out('a\nb\n');
	io.err('c\n');
	expect(written()).toBe('a\r\nb\r\nc\r\n');
});

test('a closed terminal ends every read', async () => {
	const {io} = terminal();
	const reading = io.readLine();
	io.close();
	expect(await reading).toEqual({kind: 'end'});
	expect(await io.readLine()).toEqual({kind: 'end'});
});
