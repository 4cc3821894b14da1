import {setTimeout as sleep} from 'node:timers/promises';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import type {ContainerRef} from '../../source/model/ids.ts';
import {dockmon} from '../helpers/built.ts';
import {findRealEngine, type RealEngine} from '../helpers/docker.ts';
import {openPty, ordinaryModes, type Pty} from '../helpers/pty.ts';
import {until} from '../helpers/until.ts';

let pty: Pty | undefined;

afterEach(async () => {
	await pty?.dispose();
	pty = undefined;
});

const prompt = /[$#]\s*$/;

/** On the screen, with the container of this name selected. */
const openAt = async (name: string, ...args: readonly string[]): Promise<Pty> => {
	const opened = await openPty({...dockmon(...args), columns: 120, rows: 30});
	pty = opened;
	await opened.until(/containers \d+\/[1-9]/);
	opened.type(`/${name}\r`);
	await opened.until(`filter: ${name}`);
	const isSelected = () => opened.screen().some(row => /^│▌/.test(row) && row.includes(name));
	// Between the keys there is time for the selection to move, as a person would leave it.
	for (const key of ['g', 'j', 'j', 'g', 'j', 'j', 'k']) {
		opened.type(key);
		await sleep(200);
		if (isSelected()) return opened;
	}
	throw new Error(`${name} cannot be selected:\n${opened.text()}`);
};

/** What the screen says of a shell; containers that ended are told of with their exit codes too. */
const endedWith = (code: number | string): RegExp =>
	new RegExp(`shell in \\S+ ended, exit code ${code}`);

const isBack = async (lent: Pty, code: number | string = '\\d+'): Promise<void> => {
	await lent.until(endedWith(code));
	expect(lent.modes()).toMatchObject({
		alternateScreen: true,
		cursorVisible: false,
		bracketedPaste: true,
		focusReports: true,
	});
};

describe('a shell in the demo', () => {
	test('has the whole terminal, and the screen comes back after it', async () => {
		const demo = await openAt('ledger', '--demo');
		demo.type('e');
		await demo.until('dockmon: shell in billing/ledger');
		expect(demo.modes()).toEqual(ordinaryModes);
		await demo.until(prompt);
		demo.type('echo answer $HOSTNAME\r');
		await demo.until(/^answer/m);
		demo.type('exit 3\r');
		await isBack(demo, 3);
		demo.type('q');
		expect((await demo.end()).code).toBe(0);
		// What was said in the shell is still on the ordinary screen.
		expect(demo.text()).toContain('answer');
	});

	test('gets what was typed behind its own key, and the screen what is typed after it', async () => {
		const demo = await openAt('ledger', '--demo');
		demo.type('eecho one; echo two\recho thr\u007F\u007Free\rexit\r');
		await isBack(demo);
		demo.type('?');
		await demo.until('─ help ─');
		// At once with the next key it would be Alt.
		demo.type('\u001B');
		await demo.until(screen => !screen.includes('─ help ─'));
		demo.type('q');
		await demo.end();
		expect(demo.text()).toMatch(/^one\s+two\s+/m);
		expect(demo.text()).toMatch(/\$ tree$/m);
	});

	test('opens again and again', async () => {
		const demo = await openAt('ledger', '--demo');
		for (let round = 1; round <= 5; round++) {
			demo.type('e');
			await demo.until(prompt);
			demo.type(`exit ${round}\r`);
			await isBack(demo, round);
		}
		demo.type('q');
		expect((await demo.end()).code).toBe(0);
	});

	test('tells when there is none', async () => {
		const demo = await openAt('collector', '--demo');
		demo.type('e');
		await demo.until('no shell in');
		expect(demo.modes().alternateScreen).toBe(true);
	});
});

const engine = await findRealEngine();
if (typeof engine === 'string') process.stderr.write(`real shells skipped: ${engine}\n`);

describe.skipIf(typeof engine === 'string')('a shell in a real container', () => {
	const real = engine as RealEngine;
	const name = `sh${process.pid}`;
	let container: ContainerRef;

	beforeEach(async () => {
		container = await real.run('sleep 600', {name});
	});

	afterEach(() => real.cleanup());

	const openShell = async (): Promise<Pty> => {
		const opened = await openAt(name);
		opened.type('e');
		await opened.until(prompt);
		return opened;
	};

	/** What runs in the container beside its own command. */
	const strangers = async (): Promise<readonly string[]> =>
		(await real.processes(container)).filter(command => !/sleep 600$/.test(command));

	test('knows the size of the terminal, and follows it', async () => {
		const shell = await openShell();
		const expectSize = (size: RegExp) =>
			until(
				async () => {
					shell.type('stty size\r');
					await sleep(100);
					return size.test(shell.text());
				},
				() => `${size} in the container:\n${shell.text()}`,
			);
		await expectSize(/^30 120$/m);
		shell.resize(90, 25);
		await expectSize(/^25 90$/m);
		shell.type('exit\r');
		await isBack(shell);
	});

	test('passes bytes as they are', async () => {
		const shell = await openShell();
		shell.type('cat -v\r');
		shell.type('é\u001B[A\u001B[<0;1;1M\r');
		await shell.until('^[[A^[[<0;1;1M');
		shell.type('\u0003');
		await shell.until(/\^C\s+\/ #\s*$/);
		shell.type('exit\r');
		await isBack(shell);
	});

	test('tidies up after a program that was killed in the middle of its screen', async () => {
		const shell = await openShell();
		shell.type(`printf '\\033[?1049h\\033[?1003h\\033[?1h\\033[?25l\\033[5;10r'; kill -9 $$\r`);
		await isBack(shell);
		shell.type('q');
		expect((await shell.end()).code).toBe(0);
		expect(shell.modes()).toEqual(ordinaryModes);
	});

	test.each([
		['SIGTERM', 143],
		['SIGHUP', 129],
	] as const)('does not stay behind after %s', async (signal, code) => {
		const shell = await openShell();
		shell.type('sleep 500\r');
		await until(async () => (await strangers()).length > 0, 'the shell in the container');
		shell.signal(signal);
		expect((await shell.end()).code).toBe(code);
		expect(shell.modes()).toEqual(ordinaryModes);
		await until(async () => (await strangers()).length === 0, 'the end of the shell');
	});

	test('does not stay behind when the terminal is closed', async () => {
		const shell = await openShell();
		shell.type('sleep 500\r');
		await until(async () => (await strangers()).length > 1, 'the command in the container');
		shell.hangUp();
		await until(async () => (await strangers()).length === 0, 'the end of the shell');
	});
});
