import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';
import {dockmon} from './built.ts';

const recorder = path.join(import.meta.dirname, '../fixtures/record-calls.ts');

/** What a program did to the world outside, each once, in the order of the first time. */
export interface Calls {
	/** Paths of sockets, or addresses with ports. */
	readonly connects: readonly string[];
	/** Names that were looked up. */
	readonly names: readonly string[];
	/** Programs that were started. */
	readonly programs: readonly string[];
}

/** What the kernel sees, which is more. */
export interface KernelCalls extends Calls {
	/** Files that were opened to be written, or made. */
	readonly written: readonly string[];
}

/** How the built program is started so that it is looked at, and what was seen so far. */
export interface Traced {
	readonly file: string;
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	/** As Node.js has it: what was asked of its modules, by this program alone. */
	recorded(): Calls;
	/** As the kernel has it, with all that it has started; undefined where there is no strace that may. */
	seen(): KernelCalls | undefined;
}

/** Where it is not installed, or tracing is forbidden, as in some containers. */
const hasStrace =
	spawnSync('strace', ['-f', '-e', 'trace=none', 'true'], {stdio: 'ignore'}).status === 0;
if (!hasStrace) console.log('no strace here: connections are looked at from within Node.js alone');

export const traced = (...flags: readonly string[]): Traced => {
	const folder = mkdtempSync(path.join(tmpdir(), 'dockmon-trace-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	const record = path.join(folder, 'record');
	const trace = path.join(folder, 'trace');
	const {file, args} = dockmon(...flags);
	const strace = [
		'-f',
		'-qq',
		'--seccomp-bpf',
		'-s',
		'200',
		'-e',
		'trace=connect,sendto,sendmsg,execve,open,openat,creat',
	];
	return {
		file: hasStrace ? 'strace' : file,
		args: hasStrace ? [...strace, '-o', trace, file, ...args] : args,
		env: {NODE_OPTIONS: `--import=${recorder}`, RECORDED_CALLS: record},
		recorded: () => parseRecord(readText(record)),
		seen: () => (hasStrace ? parseTrace(readText(trace)) : undefined),
	};
};

const readText = (file: string): string => {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		// Nothing was written yet.
		return '';
	}
};

const unique = (texts: Iterable<string>): readonly string[] => [...new Set(texts)];

export const parseRecord = (text: string): Calls => {
	const of = (what: string): readonly string[] =>
		unique(
			[...text.matchAll(/^(\w+) (.*)$/gmu)].flatMap(([, kind, which = '']) =>
				kind === what ? which : [],
			),
		);
	return {
		connects: [...of('connect'), ...of('datagram')],
		names: of('name'),
		programs: of('start'),
	};
};

/** Of the lines of strace. A datagram that is sent to an address counts as a connection; netlink leaves no machine. */
export const parseTrace = (text: string): KernelCalls => {
	const connects = [
		...text.matchAll(/(?:connect|sendto|sendmsg)\(.*?\{sa_family=(AF_\w+)(.*)/gu),
	].flatMap(([, family = '', rest = '']) =>
		family === 'AF_NETLINK' ? [] : addressOf(family, rest),
	);
	const programs = [...text.matchAll(/execve\("([^"]*)"/gu)].map(([, file = '']) => file);
	const written = [
		...text.matchAll(/(?:open|openat|creat)\((?:\w+, )?"([^"]*)", ([\w|]+)/gu),
	].flatMap(([, file = '', flags = '']) =>
		/^(?:O_WRONLY|O_RDWR|0)|O_CREAT/u.test(flags) ? [file] : [],
	);
	return {
		...{connects: unique(connects), names: [], programs: unique(programs)},
		written: unique(written),
	};
};

const addressOf = (family: string, rest: string): string => {
	if (family === 'AF_UNIX') return /sun_path=@?"([^"]*)"/u.exec(rest)?.[1] ?? 'unnamed';
	const port = /sin6?_port=htons\((\d+)\)/u.exec(rest)?.[1];
	const host = /inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/u.exec(rest);
	return port === undefined ? family : `${host?.[1] ?? host?.[2]}:${port}`;
};
