import {afterEach, describe, expect, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {demoEngine, temporarySocket} from '../helpers/demo-engine.ts';
import {injectLogs, type LogForm, type LogInjector} from '../helpers/log-injector.ts';
import {foreignIn, withoutQuestions} from '../helpers/own-sequences.ts';
import {hostilePayloads} from '../helpers/payloads.ts';
import {openPty, type Pty} from '../helpers/pty.ts';
import {deedsOf} from '../helpers/watchful-terminal.ts';

const size = {columns: 120, rows: 40};

/** What is no text at all, or no good one. */
const hostileBytes: Readonly<Record<string, readonly number[]>> = {
	'C1 CSI as a byte': [0x9b, 0x32, 0x4a],
	'C1 OSC as a byte': [0x9d, 0x30, 0x3b, 0x74, 0x9c],
	'overlong ESC': [0xc0, 0x9b, 0x5b, 0x32, 0x4a, 0xe0, 0x80, 0x9b],
	'overlong C1': [0xe0, 0x82, 0x9b, 0x32, 0x4a],
	'half a character': [0x61, 0xe2, 0x82],
	'half a character before ESC': [0xf0, 0x9f, 0x1b, 0x5b, 0x32, 0x4a],
	surrogates: [0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80],
	'beyond the last character': [0xf4, 0x90, 0x80, 0x80, 0xf8, 0x88, 0x80, 0x80, 0x80],
	'no character': [0xef, 0xbf, 0xbe, 0xef, 0xbf, 0xbf],
	'every byte': Array.from({length: 256}, (_, byte) => byte).filter(byte => byte !== 0x0a),
};

const payloads: readonly Buffer[] = [
	...Object.values(hostilePayloads).map(text => Buffer.from(text)),
	...Object.values(hostileBytes).map(bytes => Buffer.from(bytes)),
];

/** So few that all lines of one batch are on the screen at once, with the mark behind them. */
const batchSize = 8;

let pty: Pty | undefined;

afterEach(async () => {
	await pty?.dispose();
	pty = undefined;
});

class Attack {
	readonly #log: LogInjector;
	readonly #screen: Pty;
	#marks = 0;

	constructor(log: LogInjector, screen: Pty) {
		this.#log = log;
		this.#screen = screen;
	}

	/** Hands over each payload by `write`, so that all of them are painted. */
	async each(write: (payload: Buffer) => void): Promise<void> {
		for (const [index, payload] of payloads.entries()) {
			write(payload);
			if (index % batchSize === batchSize - 1) await this.seen();
		}
		await this.seen();
	}

	/** Resolves when what was written so far is on the screen. */
	async seen(): Promise<void> {
		// What a payload left open on either stream ends here.
		const mark = `mark ${++this.#marks} passed`;
		this.#log.entry('stdout', '\n');
		this.#log.entry('stderr', '\n');
		this.#log.entry('stdout', `${mark}\n`);
		await this.#screen.until(mark).catch(error => {
			// Why it never came says more than that.
			isClean(this.#screen);
			throw error;
		});
	}
}

/** The log of one container in full screen. */
const openLog = async (form: LogForm): Promise<{log: LogInjector; screen: Pty; attack: Attack}> => {
	const engine = await demoEngine();
	const path = await temporarySocket();
	const log = await injectLogs(path, engine.endpoint.slice('unix://'.length), form);
	const screen = await openPty({...dockmon('--host', `unix://${path}`), ...size});
	pty = screen;
	await screen.until(/api .*\d+\.\d .*\d+M/);
	screen.type('/\u0015name:mailer\rG');
	await screen.until(() => screen.screen().some(row => /^│▌.*mailer/.test(row)));
	screen.type('\r');
	await screen.until(text => !text.includes('containers') && text.includes('FOLLOW'));
	return {log, screen, attack: new Attack(log, screen)};
};

const isClean = ({written}: Pty): void => expect(foreignIn(written).slice(0, 20)).toEqual([]);

/** Both oracles, on all that went to the terminal. */
const isUnharmed = async (screen: Pty): Promise<void> => {
	isClean(screen);
	const {written} = screen;
	expect(await deedsOf(withoutQuestions(written), size.columns, size.rows)).toEqual({
		obeyed: [],
		replies: [],
	});
};

const halves = (payload: Buffer): readonly [Buffer, Buffer] => {
	// Behind what introduces a sequence, where there is one.
	const at = Math.min(payload.length, 2);
	return [payload.subarray(0, at), payload.subarray(at)];
};

const cutAll = (payload: Buffer): readonly Buffer[] =>
	Array.from({length: Math.min(payload.length, 12)}, (_, index) =>
		index === 11 ? payload.subarray(11) : payload.subarray(index, index + 1),
	);

describe('hostile lines of a log do nothing to the terminal', () => {
	test('as lines', async () => {
		const {log, screen, attack} = await openLog('multiplexed');
		await attack.each(payload => log.entry('stdout', Buffer.concat([payload, Buffer.from('\n')])));
		await isUnharmed(screen);
	});

	test('of a container with a terminal', async () => {
		const {log, screen, attack} = await openLog('raw');
		await attack.each(payload =>
			log.entry('stdout', Buffer.concat([payload, Buffer.from('\r\n')])),
		);
		await isUnharmed(screen);
	});

	test('in pieces of a byte, each an entry of its own', async () => {
		const {log, screen, attack} = await openLog('multiplexed');
		await attack.each(payload => {
			for (const piece of cutAll(payload)) log.entry('stdout', piece);
			log.entry('stdout', '\n');
		});
		await isUnharmed(screen);
	});

	test('half on one stream and half on the other, as two lines and across one another', async () => {
		const {log, screen, attack} = await openLog('multiplexed');
		await attack.each(payload => {
			const [first, second] = halves(payload);
			log.entry('stdout', Buffer.concat([first, Buffer.from('\n')]));
			log.entry('stderr', Buffer.concat([second, Buffer.from('\n')]));
		});
		await attack.each(payload => {
			const [first, second] = halves(payload);
			log.entry('stderr', first);
			log.entry('stdout', Buffer.concat([second, Buffer.from('\n')]));
			log.entry('stderr', Buffer.concat([second, Buffer.from('\n')]));
		});
		await isUnharmed(screen);
	});

	test('a line of ten megabytes that begins in the middle of a sequence', async () => {
		const {log, screen, attack} = await openLog('multiplexed');
		for (const start of ['\u001b]0;', '\u001b[', '\u009b', '\u001bP', 'a\u0301']) {
			for (let part = 0; part < 640; part++) {
				log.entry('stdout', part === 0 ? start.padEnd(16_384, '1;') : '1;'.repeat(8192));
				await log.drained();
			}
			log.entry('stdout', 'm\u001b[2J\n');
			await attack.seen();
		}
		await isUnharmed(screen);
	});

	test('a hundred thousand of them at once', async () => {
		const {log, screen, attack} = await openLog('multiplexed');
		const short = payloads.filter(payload => payload.length < 500);
		for (let count = 0; count < 100_000; count++) {
			const payload = short[count % short.length] ?? Buffer.from('');
			log.entry(count % 3 === 0 ? 'stderr' : 'stdout', Buffer.concat([payload, Buffer.from('\n')]));
			await log.drained();
		}
		await attack.seen();
		await isUnharmed(screen);
	});
});

describe('whoever watches sees', () => {
	/** Text that a terminal shows as it is, and a place, which a line could only choose as a whole. */
	const unseen = ['CUP home', 'mark first', '1 MB line'];

	test('every payload, where nothing guards', () => {
		const painted = (text: string): string => `\u001b[?2026h${text}\u001b[?2026l`;
		const found = Object.entries(hostilePayloads)
			.filter(([, text]) => foreignIn(painted(text)).length === 0)
			.map(([name]) => name);
		expect(found).toEqual(unseen);
	});

	test('what a payload makes the terminal do', async () => {
		const deeds = async (name: string) => deedsOf(hostilePayloads[name] ?? '', 80, 24);
		expect((await deeds('OSC 52 clipboard write')).obeyed).toEqual(['OSC 52;c;ZXZpbA==']);
		expect((await deeds('OSC 2 title')).obeyed).toEqual(['OSC 2;owned']);
		expect((await deeds('CSI 21t title report')).obeyed).toEqual(['CSI 21 t']);
		expect((await deeds('DCS DECRQSS')).replies).toHaveLength(1);
		expect((await deeds('device attributes')).replies).toHaveLength(2);
		expect((await deeds('BEL flood')).obeyed).toHaveLength(500);
		expect((await deeds('full reset')).obeyed).toEqual(['ESC c']);
		// The usual reports are dockmon's own.
		expect((await deeds('mouse on')).obeyed).toEqual(['CSI 1003 ?h']);
		expect((await deeds('OSC 8 with C1 CSI')).obeyed).toContain('CSI 2 J');
	});
});
