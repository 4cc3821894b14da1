import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {isDeepStrictEqual} from 'node:util';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {type DemoEngine, startDemoEngine} from '../../source/demo/start.ts';
import type {ContainerRef} from '../../source/model/ids.ts';
import {dockmon} from '../helpers/built.ts';
import {findRealEngine, type RealEngine} from '../helpers/docker.ts';
import {type EngineDouble, engineDouble} from '../helpers/engine-double.ts';
import {jobOf, type Moment, moments, pressUntilEnded} from '../helpers/exit-moments.ts';
import {isRunning} from '../helpers/processes.ts';
import {openPty, ordinaryModes, type Pty} from '../helpers/pty.ts';
import {until} from '../helpers/until.ts';

// Promise P6: on every way out, whatever dockmon is in the middle of, the terminal is as before, nothing
// is left running, and the exit code tells the way. Several of them at once; DOCKMON_PRINT_MATRIX=1
// prints how long each took.

/** The terminal is right again, and all has ended. */
const restoredWithinMillis = 1000;
const orphanMillis = 500;
/** On a machine that does other things too; what it took is printed. */
const slack = 4;

interface Way {
	readonly name: string;
	readonly code: number;
	/** What the fixture does to the program from inside. */
	readonly fault?: 'throw' | 'reject' | 'abort' | 'memory';
	readonly leave: (pty: Pty) => void | Promise<void>;
}

const signals = [
	['SIGTERM', 143],
	['SIGHUP', 129],
	['SIGINT', 130],
	['SIGQUIT', 131],
	['SIGKILL', 137],
	['SIGSEGV', 139],
	['SIGABRT', 134],
] as const;

const hasEnded = (pty: Pty) => (): boolean => pty.pid === undefined || !isRunning(pty.pid);

/** A new size makes React render. */
const resizeUntilEnded = async (pty: Pty): Promise<void> => {
	const isEnded = hasEnded(pty);
	for (let columns = 121; columns < 130 && !isEnded(); columns++) {
		pty.resize(columns, 30);
		for (let waited = 0; waited < 500 && !isEnded(); waited += 20) await sleep(20);
	}
};

const ways: readonly Way[] = [
	{name: 'q', code: 0, leave: pty => pressUntilEnded(pty, 'q', hasEnded(pty))},
	{name: 'Ctrl-C', code: 0, leave: pty => pty.type('\u0003')},
	...signals.map(([name, code]): Way => ({name, code, leave: pty => pty.signal(name)})),
	{name: 'throw in a component', code: 70, fault: 'throw', leave: resizeUntilEnded},
	{name: 'rejected promise', code: 70, fault: 'reject', leave() {}},
];

const rows: string[] = [];
let demo: DemoEngine;
let real: RealEngine | undefined;
const shellName = `exit${process.pid}`;
const folder = mkdtempSync(path.join(tmpdir(), 'dockmon-matrix-'));
const demoSocket = path.join(folder, 'demo.sock');

beforeAll(async () => {
	demo = await startDemoEngine({listen: `unix://${demoSocket}`, seed: 1});
	const found = await findRealEngine();
	if (typeof found === 'string') process.stderr.write(`exits in the demo only: ${found}\n`);
	else real = found;
});

afterAll(async () => {
	await demo.close();
	rmSync(folder, {recursive: true, force: true});
	if (process.env['DOCKMON_PRINT_MATRIX']) process.stderr.write(`${rows.sort().join('\n')}\n`);
});

const fixture = path.join(import.meta.dirname, '../fixtures/fault-on-signal.ts');

const open = async (
	{fault, atStart = false}: {readonly fault?: string | undefined; readonly atStart?: boolean},
	engine: EngineDouble,
	program: {readonly file: string; readonly args: readonly string[]} = dockmon(),
): Promise<Pty> =>
	openPty({
		...program,
		...{columns: 120, rows: 30, settles: true},
		env: {
			DOCKER_HOST: engine.url,
			...(fault !== undefined && {
				NODE_OPTIONS: `--import=${fixture} --max-old-space-size=100`,
				DOCKMON_TEST_FAULT: fault,
				DOCKMON_TEST_FAULT_AT: atStart ? 'start' : '',
			}),
		},
	});

/** In a terminal of its own, which is closed whatever happens. */
const within = async (
	moment: Moment,
	options: Parameters<typeof open>[0],
	use: (pty: Pty, engine: EngineDouble) => Promise<void>,
	program?: Parameters<typeof open>[2],
): Promise<void> => {
	const transport = moment.isShell ? real?.endpoint.transport : undefined;
	const socket = transport?.kind === 'unix' ? transport.socketPath : demoSocket;
	const engine = await engineDouble(socket, {floods: moment.floods ?? false});
	try {
		const pty = await open(options, engine, program);
		try {
			await use(pty, engine);
		} finally {
			await pty.dispose();
		}
	} finally {
		await engine.close();
	}
};

const note = (moment: Moment, way: string, millis: number): void =>
	void rows.push(
		`${moment.name.padEnd(14)}${way.padEnd(24)}${String(Math.round(millis)).padStart(6)} ms`,
	);

const nothingLeft = (pty: Pty): Promise<unknown> =>
	until(
		() => pty.processes().length === 0,
		() => `the end of ${JSON.stringify(pty.processes())}`,
	);

describe.concurrent.for(moments)('$name:', moment => {
	let container: ContainerRef | undefined;
	beforeAll(async () => {
		if (moment.isShell) container = await real?.run('sleep 600', {name: shellName});
	});
	afterAll(async () => {
		if (real === undefined || container === undefined) return;
		try {
			await nothingElse(real, container);
		} finally {
			await real.cleanup();
		}
	});

	const reach = async (pty: Pty, engine: EngineDouble): Promise<void> => {
		await moment.reach(pty, engine, container === undefined ? 'ledger' : shellName);
		if (real !== undefined && container !== undefined) await isWatched(pty, real, container);
	};

	test.for(ways)('$name', async ({name, code, fault, leave}) => {
		const atStart = moment.name === 'start';
		await within(moment, {fault, atStart}, async (pty, engine) => {
			await reach(pty, engine);
			const isKey = name === 'q' || name === 'Ctrl-C';
			if (isKey && moment.isShell) {
				pty.type('exit\r');
				await pty.until('ended, exit code');
			}
			const leftAt = Date.now();
			if (fault !== undefined && !atStart) pty.signal('SIGUSR2');
			await leave(pty);
			expect((await pty.end()).code).toBe(code);
			expect(pty.modes()).toEqual(ordinaryModes);
			const {termios, atMillis} = pty.settled();
			expect(withoutSize(termios)).toBe(withoutSize(pty.termios().before));
			const tookMillis = atMillis - leftAt;
			note(moment, name, tookMillis);
			await nothingLeft(pty);
			// What waits for the first picture is about as slow as that.
			if (!isKey && !(atStart && fault))
				expect(tookMillis).toBeLessThan(restoredWithinMillis * slack);
		});
	});

	test('terminal closed', async () => {
		await within(moment, {}, async (pty, engine) => {
			await reach(pty, engine);
			const closedAt = performance.now();
			const isEnded = hasEnded(pty);
			pty.hangUp();
			await until(isEnded, 'the end of the program');
			await nothingLeft(pty);
			const tookMillis = performance.now() - closedAt;
			note(moment, 'terminal closed', tookMillis);
			expect(tookMillis).toBeLessThan(orphanMillis * slack);
		});
	});

	test('Ctrl-Z and fg', async () => {
		const shell = {file: '/bin/bash', args: ['--norc', '--noprofile', '-i']};
		await within(
			moment,
			{},
			(pty, engine) => stopAndGoOn(moment, pty, () => reach(pty, engine)),
			shell,
		);
	});
});

/** Only from then on its end needs nobody. */
const isWatched = async (pty: Pty, engine: RealEngine, container: ContainerRef): Promise<void> => {
	pty.type('echo "$DOCKMON_EXEC"\r');
	const mark = await until(() => /^[\w-]{36}$/m.exec(pty.text())?.[0], 'the mark of the session');
	// There are two of it as long as it has not found the session.
	const isThere = async () => {
		const lines = await engine.processes(container);
		return lines.filter(line => line.includes(`dockmon-watch DOCKMON_EXEC=${mark}`)).length === 1;
	};
	for (let looks = 0; looks < 2; looks++) {
		await until(isThere, 'what watches the session');
		await sleep(300);
	}
};

/** Promise P14, for all of them together: what they opened in the container has ended. */
const nothingElse = async (engine: RealEngine, container: ContainerRef): Promise<void> => {
	const left = async () =>
		(await engine.processes(container)).filter(line => !/sleep 600$/.test(line));
	let seen: readonly string[] = [];
	await until(
		async () => {
			seen = await left();
			return seen.length === 0;
		},
		() => `the end of ${JSON.stringify(seen)}`,
		3000,
	);
};

/** Only the window may have changed. */
const withoutSize = (termios: string): string => termios.replace(/rows \d+; columns \d+;/, '');

const stopAndGoOn = async (moment: Moment, pty: Pty, reach: () => Promise<void>): Promise<void> => {
	const {file, args} = dockmon();
	pty.type(`PS1='prompt> '; '${file}' '${args[0]}'\r`);
	await reach();
	const program = await until(() => jobOf(pty), 'the program');
	const stoppedAt = performance.now();
	if (moment.isShell) process.kill(program, 'SIGTSTP');
	else pty.type('\u001A');
	await pty.until(/Stopped.*prompt>\s*$/s);
	// bash itself has bracketed paste on at its prompt.
	const isOrdinary = () =>
		isDeepStrictEqual({...pty.modes(), bracketedPaste: false}, ordinaryModes);
	await until(isOrdinary, () => `ordinary modes, but ${JSON.stringify(pty.modes())}`);
	note(moment, 'Ctrl-Z and fg', performance.now() - stoppedAt);
	pty.type('stty -a | grep -ow -e -icanon -e -echo; echo "seen"$((40 + 2))\r');
	await pty.until('seen42');
	expect(pty.text()).not.toMatch(/^-icanon|^-echo$/m);
	pty.type('clear; fg\r');
	if (moment.isShell) pty.type('exit\r');
	await until(() => pty.modes().alternateScreen, 'the screen again');
	await pressUntilEnded(pty, 'q', () => !isRunning(program));
	pty.type('exit\r');
	expect((await pty.end()).code).toBe(0);
	expect(pty.modes()).toEqual(ordinaryModes);
	expect(withoutSize(pty.settled().termios)).toBe(withoutSize(pty.termios().before));
	await nothingLeft(pty);
};

test.for([
	['abort from within', 'abort', 134],
	['out of memory', 'memory', 134],
] as const)('dashboard: %s', async ([name, fault, code]) => {
	const moment = moments.find(({name: called}) => called === 'dashboard') as Moment;
	await within(moment, {fault}, async (pty, engine) => {
		await moment.reach(pty, engine, '');
		pty.signal('SIGUSR2');
		expect((await pty.end()).code).toBe(code);
		expect(pty.modes()).toEqual(ordinaryModes);
		expect(pty.settled().termios).toBe(pty.termios().before);
		await nothingLeft(pty);
		expect(pty.text()).toContain(name === 'out of memory' ? 'dockmon was killed' : '');
	});
});
