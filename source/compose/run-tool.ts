import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import type {Environment} from '../model/compose/environment.ts';

export interface ToolRun {
	readonly directory?: string;
	readonly env?: Environment;
	readonly deadlineMillis: number;
	readonly signal?: AbortSignal;
}

export interface ToolAnswer {
	readonly code: number;
	readonly stdout: string;
	/** The last lines of what it complained about, as one text. */
	readonly complaint: string;
}

/** It took longer than it was given. */
export class NoAnswer extends Error {}

/** A configuration of more has been made to fill a memory. */
const maxBytes = 2 * 1024 * 1024;
const maxComplaint = 64 * 1024;

/**
 * Runs a program to its end and returns what it printed. No shell: each argument arrives as it is.
 * Rejects where it cannot be run, takes too long or prints too much.
 */
export const runTool = async (
	[program = '', ...args]: readonly string[],
	{directory, env = {}, deadlineMillis, signal}: ToolRun,
): Promise<ToolAnswer> => {
	const deadline = AbortSignal.timeout(deadlineMillis);
	const stop = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
	stop.throwIfAborted();
	const child = spawn(program, args, {
		...(directory === undefined ? {} : {cwd: directory}),
		env: {...process.env, ...env},
		stdio: ['ignore', 'pipe', 'pipe'],
		// What it has started ends with it.
		detached: true,
	});
	const end = (): void => killGroup(child.pid);
	stop.addEventListener('abort', end);
	const out = collect(child.stdout, maxBytes, end);
	const err = collect(child.stderr, maxComplaint, () => undefined);
	try {
		const [code] = await once(child, 'close');
		if (out.isCut()) throw new Error('it printed too much');
		if (deadline.aborted) throw new NoAnswer(`no answer in ${deadlineMillis / 1000} seconds`);
		stop.throwIfAborted();
		return {code: code ?? -1, stdout: out.text(), complaint: lastLines(err.text())};
	} finally {
		stop.removeEventListener('abort', end);
	}
};

const killGroup = (pid: number | undefined): void => {
	if (pid === undefined) return;
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// It has ended meanwhile.
	}
};

const collect = (
	stream: NodeJS.ReadableStream,
	most: number,
	onFull: () => void,
): {text(): string; isCut(): boolean} => {
	const pieces: Buffer[] = [];
	let size = 0;
	stream.on('data', (piece: Buffer) => {
		size += piece.length;
		if (size <= most) pieces.push(piece);
		else onFull();
	});
	return {text: () => Buffer.concat(pieces).toString('utf8'), isCut: () => size > most};
};

const mostLines = 4;

const lastLines = (text: string): string =>
	text
		.split('\n')
		.map(line => line.trim())
		.filter(line => line !== '')
		.slice(-mostLines)
		.join(' ');
