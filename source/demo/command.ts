import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {faultHelp} from './faults/help.ts';
import {linesOf, parseRules} from './faults/parse.ts';
import type {Rule} from './faults/rule.ts';
import {faultsOf} from './faults/scripted.ts';
import {FaultRuleError} from './faults/words.ts';
import {ListenError} from './listen.ts';
import {startDemoEngine} from './start.ts';

/** What the command needs of the process it runs in. */
export interface HostProcess {
	readonly stdout: {write(text: string): unknown};
	readonly stderr: {write(text: string): unknown};
	on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
	off(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

const usage = `Usage: dockmon demo-engine --listen ADDRESS [--containers N] [--stopped N] [--seed S]
                           [--fault RULE]... [--faults FILE]

Serves a simulated Docker engine, for dockmon and any other Docker client.

  --listen ADDRESS   unix:///path/to.sock or tcp://127.0.0.1:PORT
  --containers N     containers in all, beside the fixed stacks they are generated
  --stopped N        so many stopped containers of old projects besides
  --seed S           a whole number; same seed, same world (default 1)
  --fault RULE       what goes wrong, such as "* delay 800ms every 3rd"; may be repeated
  --faults FILE      the same from a file, one rule a line; --help tells the language
`;

const exitFine = 0;
const exitFailed = 1;
const exitUsage = 2;

interface Flags {
	readonly listen: string;
	readonly containers: number;
	readonly stopped: number;
	readonly seed: number;
	readonly rules: readonly Rule[];
}

/** Runs until SIGINT or SIGTERM and returns the exit code: 0, 1 when it cannot listen, 2 for wrong flags. */
export const runDemoEngine = async (
	argv: readonly string[],
	host: HostProcess,
): Promise<number> => {
	const {stdout, stderr} = host;
	const flags = flagsOf(argv);
	if (flags === 'help') {
		stdout.write(`${usage}\n${faultHelp}`);
		return exitFine;
	}
	if (typeof flags === 'string') {
		stderr.write(`dockmon demo-engine: ${flags}\n\n${usage}`);
		return exitUsage;
	}
	const stopped = untilStopped(host);
	try {
		const {rules, ...world} = flags;
		const faults = rules.length === 0 ? {} : {faults: faultsOf(rules, world.seed)};
		const engine = await startDemoEngine({...world, ...faults});
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
	const {listen, containers = '0', stopped = '0', seed = '1'} = parsed;
	if (listen === undefined) return '--listen is missing';
	const wrong = Object.entries({containers, stopped, seed}).find(
		([name, text]) => !(name === 'seed' ? /^\d{1,15}$/ : /^\d{1,6}$/).test(text),
	);
	if (wrong) return `--${wrong[0]} ${wrong[1]}: a whole number is expected`;
	const rules = rulesOf(parsed);
	if (typeof rules === 'string') return rules;
	return {
		listen,
		containers: Number(containers),
		stopped: Number(stopped),
		seed: Number(seed),
		rules,
	};
};

/** Those of the file first; or what is wrong with them. */
const rulesOf = ({fault = [], faults}: {fault?: string[]; faults?: string}): Rule[] | string => {
	try {
		const inFile = faults === undefined ? [] : linesOf(readFileSync(faults, 'utf8'), faults);
		const given = fault.map(text => ({place: `--fault ${JSON.stringify(text)}`, text}));
		return parseRules([...inFile, ...given]);
	} catch (error) {
		if (error instanceof FaultRuleError) return error.message;
		if (error instanceof Error && 'code' in error) return `--faults: ${error.message}`;
		throw error;
	}
};

const parse = (argv: readonly string[]) => {
	try {
		return parseArgs({
			args: [...argv],
			options: {
				listen: {type: 'string'},
				containers: {type: 'string'},
				stopped: {type: 'string'},
				seed: {type: 'string'},
				fault: {type: 'string', multiple: true},
				faults: {type: 'string'},
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
