import process from 'node:process';
import {cleanText} from '../format/sanitise.ts';
import {EngineError, type EngineErrorKind} from '../model/engine-error.ts';
import {maskSecrets} from '../model/secrets.ts';
import {type LogsInvocation, parseLogsArguments} from './logs-options.ts';
import type {Invocation, Options} from './options.ts';
import {parseArguments} from './options.ts';
import {print} from './print.ts';
import {parseShellArguments, type ShellInvocation} from './shell-options.ts';
import type {Starter} from './starter.ts';
import {version} from './version.ts';

const exitFailed = 1;
const exitUsage = 2;
const exitUnreachable = 3;

/** The program behind the bin; resolves with the exit code. */
export const main = async (argv: readonly string[], starter: Starter): Promise<number> => {
	if (argv[0] === 'demo-engine') {
		const {runDemoEngine} = await import('../demo/command.ts');
		return await runDemoEngine(argv.slice(1), process);
	}
	const invocation = parse(argv);
	switch (invocation.kind) {
		case 'print':
			return await print(`${invocation.text}\n`);
		case 'wrong':
			// Not the help itself: it is longer than many a screen, and the reason would scroll away.
			process.stderr.write(
				`dockmon: ${cleanText(invocation.reason)}\nSee dockmon --help for the options.\n`,
			);
			return exitUsage;
		case 'run':
			return await run(() => show(invocation.options, starter));
		case 'reset': {
			const {resetTerminal} = await import('./reset-terminal.ts');
			return resetTerminal();
		}
		case 'settings': {
			const {settingsText} = await import('./settings-text.ts');
			return await print(await settingsText(invocation.options));
		}
		case 'help': {
			const {helpWithKeys} = await import('./settings-text.ts');
			return await print(await helpWithKeys(invocation.options));
		}
		case 'shell':
			return await run(async () => {
				const {runShellCommand} = await import('./run-shell.ts');
				return await runShellCommand(invocation.options);
			});
		case 'logs':
			return await run(async () => {
				const {runLogs} = await import('./run-logs.ts');
				return await runLogs(invocation.options);
			});
	}
};

const parse = (argv: readonly string[]): ShellInvocation | LogsInvocation | Invocation => {
	const [verb, ...rest] = argv;
	if (verb === 'logs') return parseLogsArguments(rest, Date.now(), version);
	if (verb === 'shell') return parseShellArguments(rest, version);
	return parseArguments(argv, version);
};

const show = async (options: Options, starter: Starter): Promise<number> => {
	if (options.print !== undefined || !canDraw()) {
		const {runHeadless} = await import('./run-headless.ts');
		return await runHeadless(options);
	}
	const {runInteractive} = await import('./run-interactive.tsx');
	return await runInteractive(options, starter);
};

const run = async (use: () => Promise<number>): Promise<number> => {
	try {
		return await use();
	} catch (error) {
		if (error instanceof EngineError) return report(error);
		// Told by who cannot load what covers it.
		throw new Error(maskSecrets(error instanceof Error ? error.message : String(error)));
	}
};

/** A screen needs a terminal on both sides, and one that can place the cursor. */
const canDraw = (): boolean =>
	process.stdin.isTTY && process.stdout.isTTY && process.env['TERM'] !== 'dumb';

const exitCodeOf: Readonly<Partial<Record<EngineErrorKind, number>>> = {
	invalid: exitUsage,
	internal: exitFailed,
};

const report = (error: EngineError): number => {
	if (process.stdin.isTTY) process.stdin.setRawMode(false);
	process.stderr.write(`dockmon: ${cleanText(maskSecrets(error.message))}\n`);
	if (error.hint !== undefined) process.stderr.write(`${cleanText(maskSecrets(error.hint))}\n`);
	return exitCodeOf[error.kind] ?? exitUnreachable;
};
