import {PassThrough} from 'node:stream';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {InputRouter, type TerminalEvent} from '../../../source/app/input-router.ts';

class FakeTerminal extends PassThrough {
	readonly isTTY = true;
	readonly modes: string[] = [];
	setRawMode(isRaw: boolean): void {
		this.modes.push(isRaw ? 'raw' : 'cooked');
	}
}

/** Reads as Ink does: everything there is, whenever something is there. */
const readAsInk = (router: InputRouter, onKey: (key: string) => void) => {
	const read = () => {
		for (let key = router.ui.read(); key !== null; key = router.ui.read()) onKey(key);
	};
	router.ui.on('readable', read);
};

let terminal: FakeTerminal;
let router: InputRouter;
let keys: string[];

beforeEach(() => {
	vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
	terminal = new FakeTerminal();
	router = new InputRouter(terminal);
	router.start();
	keys = [];
});

afterEach(() => {
	router.stop();
	vi.useRealTimers();
});

/** Until everything typed has been read. */
const type = async (text: string | Uint8Array) => {
	terminal.write(text);
	await new Promise(resolve => setImmediate(resolve));
	await new Promise(resolve => setImmediate(resolve));
};

test('gives the keys of a burst to the UI one by one', async () => {
	readAsInk(router, key => keys.push(key));
	await type('jjé\u001B[A');
	expect(keys).toEqual(['j', 'j', 'é', '\u001B[A']);
});

test('keeps what is typed before the UI listens', async () => {
	await type('jk');
	readAsInk(router, key => keys.push(key));
	await vi.waitFor(() => expect(keys).toEqual(['j', 'k']));
});

test('joins a character and a sequence that were cut', async () => {
	readAsInk(router, key => keys.push(key));
	await type(Uint8Array.of(0xc3));
	await type(Uint8Array.of(0xa9, 0x1b));
	await type('[B');
	expect(keys).toEqual(['é', '\u001B[B']);
});

test('lets Escape alone through when nothing follows', async () => {
	readAsInk(router, key => keys.push(key));
	await type('\u001B');
	expect(keys).toEqual([]);
	vi.advanceTimersByTime(20);
	await type('j');
	expect(keys).toEqual(['\u001B', 'j']);
});

test('drops a sequence of which the end never comes, and goes on', async () => {
	readAsInk(router, key => keys.push(key));
	await type('\u001B[<0;1');
	vi.advanceTimersByTime(1000);
	await type('j');
	expect(keys).toEqual(['j']);
});

test('gives a paste to the UI with its brackets', async () => {
	readAsInk(router, key => keys.push(key));
	await type('\u001B[200~dd');
	await type('dé\u001B[201~');
	expect(keys).toEqual(['\u001B[200~dddé\u001B[201~']);
});

test('gives up on a paste that never ends', async () => {
	readAsInk(router, key => keys.push(key));
	await type('\u001B[200~abc');
	vi.advanceTimersByTime(1000);
	await type('j');
	expect(keys).toEqual(['\u001B[200~abc\u001B[201~', 'j']);
});

test('bounds what it holds of a paste, and still finds its end', async () => {
	readAsInk(router, key => keys.push(key));
	await type(`\u001B[200~${'x'.repeat(3 << 20)}\u001B[20`);
	await type('1~j');
	expect(keys.map(key => key.length < (1 << 20) + 20)).toEqual([true, true]);
	expect(keys[1]).toBe('j');
});

test('tells of mouse and focus, and not any more when unsubscribed', async () => {
	const events: TerminalEvent[] = [];
	const unsubscribe = router.subscribe(event => events.push(event));
	readAsInk(router, key => keys.push(key));
	await type('\u001B[<64;2;3M\u001B[I');
	unsubscribe();
	await type('\u001B[O');
	expect(events.map(event => event.kind).sort()).toEqual(['focus', 'mouse']);
	expect(keys).toEqual([]);
});

test('tells of the mouse between the keys it came between, a burst at once', async () => {
	const told: string[] = [];
	router.subscribe(event => {
		if (event.kind === 'mouse')
			told.push(event.reports.map(({action, row}) => `${action} ${row}`).join(', '));
	});
	readAsInk(router, key => told.push(key));
	await type('j\u001B[<0;2;3M\u001B[<0;2;3mk\u001B[<65;2;4M');
	expect(told).toEqual(['j', 'press 2, release 2', 'k', 'wheel-down 3']);
	told.length = 0;
	await type('\u001B[<65;2;4M'.repeat(1000));
	expect(told).toHaveLength(1);
});

test('joins a report that was cut anywhere', async () => {
	const told: string[] = [];
	router.subscribe(event => {
		if (event.kind === 'mouse') told.push(...event.reports.map(({action}) => action));
	});
	readAsInk(router, key => keys.push(key));
	const report = '\u001B[<0;12;34M';
	for (let cut = 1; cut < report.length; cut++) {
		await type(report.slice(0, cut));
		await type(report.slice(cut));
	}
	expect(told).toEqual(Array(report.length - 1).fill('press'));
	expect(keys).toEqual([]);
});

test('drops the end of a report that comes when it was given up', async () => {
	readAsInk(router, key => keys.push(key));
	await type('\u001B[<0;1');
	vi.advanceTimersByTime(1000);
	await type('2;3mj');
	await type('m');
	expect(keys).toEqual(['j', 'm']);
});

test('drops what the oldest kind of mouse report brings', async () => {
	const events: TerminalEvent[] = [];
	router.subscribe(event => events.push(event));
	readAsInk(router, key => keys.push(key));
	await type('\u001B[M !!\u001B[M');
	await type(Uint8Array.of(0x60, 0xff, 0x7f, 0x6a));
	expect(keys).toEqual(['j']);
	expect(events).toEqual([]);
});

test('keeps the mouse out of a loan', async () => {
	const told: string[] = [];
	router.subscribe(event => told.push(event.kind));
	readAsInk(router, key => {
		keys.push(key);
		if (key === 'e') loans.push(router.hold());
	});
	const loans: ReturnType<InputRouter['hold']>[] = [];
	const lent: string[] = [];
	await type('e\u001B[<0;2;3Mls\u001B[<0;2;3m');
	loans[0]?.open(bytes => lent.push(Buffer.from(bytes).toString()));
	expect(lent.join('')).toBe('ls');
	expect(told).toEqual([]);
});

test('tells once when the terminal goes', async () => {
	const events: TerminalEvent[] = [];
	router.subscribe(event => events.push(event));
	terminal.destroy(Object.assign(new Error('read EIO'), {code: 'EIO'}));
	await vi.waitFor(() => expect(events).toEqual([{kind: 'closed'}]));
	await new Promise(resolve => setImmediate(resolve));
	expect(events).toHaveLength(1);
});

test('is raw while it listens and cooked after', async () => {
	readAsInk(router, key => keys.push(key));
	router.stop();
	terminal.write('k');
	expect(terminal.modes).toEqual(['raw', 'cooked']);
	router.start();
	await vi.waitFor(() => expect(keys).toEqual(['k']));
	expect(terminal.modes).toEqual(['raw', 'cooked', 'raw']);
});

test('lends every byte to a shell and leaves every other key to the UI', async () => {
	const shell: string[] = [];
	let loan: ReturnType<InputRouter['hold']> | undefined;
	readAsInk(router, key => {
		keys.push(key);
		if (key === 'e') loan = router.hold();
	});
	// In one burst: the key that opens the shell, and what is meant for the shell.
	await type('jels');
	await type(' -l\u001B[A');
	loan?.open(bytes => shell.push(Buffer.from(bytes).toString()));
	await type('\r\u001B[<0;1;1Mé');
	await type('exit\r');
	loan?.release();
	await type('qk');
	expect(shell.join('')).toBe('ls -l\u001B[A\r\u001B[<0;1;1Méexit\r');
	expect(keys.join('')).toBe('jeqk');
});

test('gives a shell what was pasted for it, without the brackets that it did not ask for', async () => {
	const shell: string[] = [];
	const loan = router.hold();
	await type('\u001B[200~ls -l\u001B[201~\u001B[<0;1;1M\r');
	loan.open(bytes => shell.push(Buffer.from(bytes).toString()));
	expect(shell.join('')).toBe('ls -l\r');
});

test('tells of Ctrl-C while a loan has not opened', async () => {
	const onInterrupt = vi.fn();
	router.hold(onInterrupt);
	await type('ls\u0003');
	expect(onInterrupt).toHaveBeenCalledOnce();
});

test('drops what was typed for a shell that did not open', async () => {
	readAsInk(router, key => keys.push(key));
	const loan = router.hold();
	await type('rm -r');
	loan.release();
	await type('j');
	expect(keys).toEqual(['j']);
});

test('lends the keyboard to one at a time, and to the next after it is given back', () => {
	const loan = router.hold();
	expect(() => router.hold()).toThrow('lent already');
	loan.release();
	router.hold().release();
});
