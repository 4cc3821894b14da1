import {EngineError} from '../../model/engine-error.ts';
import type {ContainerRef} from '../../model/ids.ts';
import {unexpectedAnswer} from '../unexpected-answer.ts';
import type {Client} from './client.ts';
import {rawFlag, rawNumber, rawWord, requireObject} from './raw.ts';

const callMillis = 10_000;

export interface ExecState {
	readonly running: boolean;
	readonly exitCode: number | undefined;
}

/** Returns the id. Rejects `conflict` when the container does not run. */
export const createExec = async (
	client: Client,
	ref: ContainerRef,
	body: Readonly<Record<string, unknown>>,
	signal: AbortSignal,
): Promise<string> => {
	const path = `/containers/${ref.id}/exec`;
	const answer = await client.askJson(
		{method: 'POST', path, body, what: 'exec', deadlineMillis: callMillis},
		signal,
	);
	const id = rawWord(requireObject(answer, 'exec')['Id']);
	// It becomes part of a path.
	if (id === undefined || !/^[\w-]+$/.test(id)) throw unexpectedAnswer('exec without an id');
	return id;
};

/** Undefined when the engine does not know it any more, as after the container has gone. */
export const inspectExec = async (
	client: Client,
	id: string,
	signal: AbortSignal,
): Promise<ExecState | undefined> => {
	const path = `/exec/${id}/json`;
	try {
		const raw = requireObject(
			await client.askJson(
				{method: 'GET', path, what: 'inspect exec', deadlineMillis: callMillis},
				signal,
			),
			'inspect exec',
		);
		return {
			running: rawFlag(raw['Running']) ?? false,
			exitCode: rawNumber(raw['ExitCode']),
		};
	} catch (error) {
		if (error instanceof EngineError && error.kind === 'not-found') return undefined;
		throw error;
	}
};

/** Runs a program without looking at its output. */
export const startDetached = async (
	client: Client,
	id: string,
	signal: AbortSignal,
): Promise<void> => {
	const path = `/exec/${id}/start`;
	const body = {Detach: true, Tty: false};
	await client.ask({method: 'POST', path, body, what: 'exec', deadlineMillis: callMillis}, signal);
};
