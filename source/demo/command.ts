import {parseArgs} from 'node:util';
import {ListenError} from './listen.ts';
import {startDemoEngine} from './start.ts';

/** What the command needs of the process it runs in. */
export interface HostProcess {
	readonly stdout: {write(text: string): unknown};
	readonly stderr: {write(text: string): unknown};
	on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
	off(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

const usage = `Usage: dockmon demo-engine --listen ADDRESS [--containers N] [--seed S]

Serves a simulated Docker engine, for dockmon and any other Docker client.

  --listen ADDRESS   unix:///path/to.sock or tcp://127.0.0.1:PORT
  --containers N     containers in all, beside the fixed stacks they are generated
  --seed S           a whole number; same seed, same world (default 1)
`;

const exitFine = 0;
const exitFailed = 1;
const exitUsage = 2;

interface Flags {
	readonly listen: string;
	readonly containers: number;
	readonly seed: number;
}

/** Runs until SIGINT or SIGTERM and returns the exit code: 0, 1 when it cannot listen, 2 for wrong flags. */
export const runDemoEngine = async (
	argv: readonly string[],
	host: HostProcess,
): Promise<number> => {
	const {stdout, stderr} = host;
	const flags = flagsOf(argv);
	if (flags === 'help') {
		stdout.write(usage);
		return exitFine;
	}
	if (typeof flags === 'string') {
		stderr.write(`dockmon demo-engine: ${flags}\n\n${usage}`);
		return exitUsage;
	}
	const stopped = untilStopped(host);
	try {
		const engine = await startDemoEngine(flags);
		stdout.write(`DOCKER_HOST=${engine.endpoint}\n`);
		await stopped.promise;
		await engine.close();
		return exitFine;
	} catch (error) {
		if (!(error instanceof ListenError)) throw error;
		stderr.write(`dockmon demo-engine: ${error.message}\n`);
		return exitFailed;
	} finally {
		stopped.forget();
	}
};

/** The flags, `help`, or what is wrong with them. */
const flagsOf = (argv: readonly string[]): Flags | string => {
	const parsed = parse(argv);
	if (typeof parsed === 'string') return parsed;
	if (parsed.help) return 'help';
	const {listen, containers = '0', seed = '1'} = parsed;
	if (listen === undefined) return '--listen is missing';
	if (!/^\d{1,6}$/.test(containers))
		return `--containers ${containers}: a whole number is expected`;
	if (!/^\d{1,15}$/.test(seed)) return `--seed ${seed}: a whole number is expected`;
	return {listen, containers: Number(containers), seed: Number(seed)};
};

const parse = (argv: readonly string[]) => {
	try {
		return parseArgs({
			args: [...argv],
			options: {
				listen: {type: 'string'},
				containers: {type: 'string'},
				seed: {type: 'string'},
				help: {type: 'boolean', short: 'h'},
			},
		}).values;
	} catch (error) {
		// parseArgs says in a TypeError what the user got wrong.
		if (error instanceof TypeError) return error.message;
		throw error;
	}
};

const untilStopped = (host: HostProcess) => {
	const {promise, resolve} = Promise.withResolvers<void>();
	const stop = () => resolve();
	host.on('SIGINT', stop);
	host.on('SIGTERM', stop);
	const forget = () => {
		host.off('SIGINT', stop);
		host.off('SIGTERM', stop);
	};
	return {promise, forget};
};
