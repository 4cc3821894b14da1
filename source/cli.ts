#!/usr/bin/env node
// Nothing but Node's own modules may be imported statically here, nor by what is: this file has to
// parse and speak on every Node, and to make the terminal raw before anything slow is loaded. What is typed before
// that would be echoed over the first frame.
import module from 'node:module';
import process from 'node:process';
import type {KillGuard} from './app/kill-guard.ts';
import {compileCacheFolder} from './compile-cache.ts';
import {limitHeap, setV8Flags} from './v8-flags.ts';

const oldestNode = 22;
const exitFailed = 1;
const exitInternal = 70;
/** What can wait shall not delay it. */
const firstPictureMillis = 300;

/** By then all is shown that is awaited. */
const settledMillis = 10_000;

const needsNoScreen = new Set([
	'--once',
	'--json',
	'--help',
	'-h',
	'--version',
	'-v',
	'--print-config',
	'--reset',
]);

/** True when the arguments and both streams lead to the full screen; a first word is a subcommand. */
const opensScreen = (argv: readonly string[]): boolean =>
	process.stdin.isTTY &&
	process.stdout.isTTY &&
	process.env['TERM'] !== 'dumb' &&
	!argv.some(argument => needsNoScreen.has(argument)) &&
	(argv[0] === undefined || argv[0].startsWith('-'));

/** The message may quote foreign text, and the gate cannot be loaded here. */
const printable = (text: string): string =>
	text.replaceAll(/[\0-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ');

const tidyCache = async (folder: string): Promise<void> => {
	try {
		const {pruneCache} = await import('./app/prune-cache.ts');
		await pruneCache(folder, Date.now());
	} catch {
		// Of a program that was replaced by another version meanwhile, or of a disk that is full: another day.
	}
};

const run = async (argv: readonly string[]): Promise<void> => {
	setV8Flags();
	const cacheFolder = compileCacheFolder();
	if (cacheFolder !== undefined) module.enableCompileCache?.(cacheFolder);
	let killGuard: KillGuard | undefined;
	if (opensScreen(argv)) {
		const {startKillGuard} = await import('./app/kill-guard.ts');
		killGuard = startKillGuard(() => process.stdin.setRawMode(true));
		setTimeout(limitHeap, firstPictureMillis).unref();
		if (cacheFolder !== undefined)
			setTimeout(() => void tidyCache(cacheFolder), settledMillis).unref();
	}
	try {
		const {main} = await import('./app/main.tsx');
		process.exitCode = await main(argv, killGuard);
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
	await run(process.argv.slice(2));
}
