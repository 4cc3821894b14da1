#!/usr/bin/env node
// Nothing but Node's own modules may be imported here, nor by what is: this file has to parse and speak on
// every Node, and to make the terminal raw before anything slow is loaded. What is typed before that would
// be echoed over the first frame.
import process from 'node:process';
import {startKillGuard} from './app/kill-guard.ts';
import {compileCacheFolder} from './compile-cache.ts';
import {loadProgram} from './load-program.ts';
import {limitHeap, setV8Flags} from './v8-flags.ts';

const oldestNode = 22;
const exitFailed = 1;
const exitInternal = 70;
/** What can wait shall not delay it. */
const firstPictureMillis = 300;
/** A command that lasts so long, such as `logs -f`, has begun. */
const begunMillis = 10_000;

const printsContainers = ['--once', '--json'];
const printsWords = ['--help', '-h', '--version', '-v', '--print-config', '--reset'];
const needsNoScreen = new Set([...printsContainers, ...printsWords]);
const subcommands = new Set(['logs', 'shell', 'demo-engine']);

/** True when the arguments and both streams lead to the full screen; a first word is a subcommand. */
const opensScreen = (argv: readonly string[]): boolean =>
	process.stdin.isTTY &&
	process.stdout.isTTY &&
	process.env['TERM'] !== 'dumb' &&
	!argv.some(argument => needsNoScreen.has(argument)) &&
	(argv[0] === undefined || argv[0].startsWith('-'));

/** Starts of one kind call the same functions, by and large. Undefined: it is over before any is worth keeping. */
const kindOfStart = (argv: readonly string[]): string | undefined => {
	if (opensScreen(argv)) return 'screen';
	if (argv.some(argument => printsWords.includes(argument))) return undefined;
	return subcommands.has(argv[0] ?? '') ? argv[0] : 'print';
};

/** The message may quote foreign text, and the gate cannot be loaded here. */
const printable = (text: string): string =>
	text.replaceAll(/[\0-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ');

const run = async (argv: readonly string[]): Promise<void> => {
	setV8Flags();
	const isScreen = opensScreen(argv);
	const killGuard = isScreen ? startKillGuard(() => process.stdin.setRawMode(true)) : undefined;
	if (isScreen) setTimeout(limitHeap, firstPictureMillis).unref();
	try {
		const {main, keepCode} = loadProgram(`${import.meta.dirname}/dockmon.js`, {
			folder: compileCacheFolder(),
			kind: kindOfStart(argv),
		});
		const keep = (): void => void keepCode();
		if (!isScreen) setTimeout(keep, begunMillis).unref();
		process.exitCode = await main(argv, {killGuard, onStarted: keep});
		// What failed has called little of what others will call.
		if (!isScreen && process.exitCode === 0) await keepCode();
	} catch (error) {
		const reason = printable(error instanceof Error ? error.message : String(error));
		process.stderr.write(`dockmon could not go on: ${reason}\nThis is a fault of dockmon.\n`);
		// Not `exitCode`: whatever is still open would keep a program alive that nobody can use.
		process.exit(exitInternal);
	}
};

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
	process.stderr.write(
		`dockmon needs Node.js ${oldestNode} or newer; this is ${process.versions.node}.\n`,
	);
	process.exitCode = exitFailed;
} else {
	void run(process.argv.slice(2));
}
