import process from 'node:process';
import type {AttachSession, Engine} from '../../engine/engine.ts';
import {cleanText} from '../../format/sanitise.ts';
import {EngineError} from '../../model/engine-error.ts';
import {shortId} from '../../model/ids.ts';
import type {ShellTarget} from '../../model/shell-request.ts';
import type {ShellPorts} from '../shell-session.ts';
import {runShell} from '../shell-session.ts';
import {type Detachable, detachable} from './detachable.ts';
import type {Told} from './tell-shell.ts';
import {tellShell} from './tell-shell.ts';

const lastLines = 10;
const logMillis = 2000;

/** Joins the first process of a container until the user leaves it, or it ends. */
export const attach = async (
	engine: Engine,
	ports: ShellPorts,
	{ref, title}: ShellTarget,
): Promise<Told | undefined> => {
	const {stdout = process.stdout} = ports;
	const print = (text: string) => stdout.write(text);
	let joined: Detachable | undefined;
	const result = await runShell(ports, {
		argvs: [[]],
		notice: [
			`dockmon: attached to ${title} (${shortId(ref.id)}).`,
			'dockmon: Ctrl-P Ctrl-Q comes back and leaves it running.',
		],
		open: async (_argv, size) => {
			const session = await engine.attach(ref, size, new AbortController().signal);
			print(`dockmon: ${whatKeysDo(session)}\r\n`);
			for (const line of await lastOf(engine, ref, session)) print(`${line}\r\n`);
			joined = detachable(session, print);
			return joined;
		},
	});
	if (result.kind !== 'ended') return tellShell(result, {what: 'attaching to', title});
	if (joined?.isDetached()) return ['info', `detached from ${title}, which goes on`];
	if (result.exitCode === undefined)
		return ['error', `the connection to ${title} ended; it may go on`];
	return ['info', `${title} ended, exit code ${result.exitCode}`];
};

const whatKeysDo = ({isTerminal, takesInput}: AttachSession): string => {
	if (isTerminal && takesInput) return 'All other keys are its own: Ctrl-C may end the program.';
	if (takesInput) return 'Lines go to it with Enter; Ctrl-C and Ctrl-D come back too.';
	return 'It takes no keys; Ctrl-C and Ctrl-D come back too.';
};

/** What it wrote last, through the gate; nothing where that cannot be read. */
const lastOf = async (
	engine: Engine,
	ref: ShellTarget['ref'],
	{isTerminal}: AttachSession,
): Promise<readonly string[]> => {
	const lines: string[] = [];
	try {
		const options = {follow: false, tail: lastLines, tty: isTerminal};
		const batches = await engine.logs(ref, options, AbortSignal.timeout(logMillis));
		for await (const batch of batches) {
			for (const line of batch) if (line.kind === 'line') lines.push(cleanText(line.text));
		}
	} catch (error) {
		if (!(error instanceof EngineError) && !(error instanceof DOMException)) throw error;
	}
	return lines.slice(-lastLines);
};
