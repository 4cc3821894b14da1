import type {ContainerDetails} from '../../model/container.ts';
import type {ContainerRef} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import {plainText} from '../../model/logs/plain-text.ts';
import {maskSecrets} from '../../model/secrets.ts';
import type {SyncContext} from '../context.ts';

const mostLines = 5;
const mostCharacters = 200;

/** What it said last since it was started, oldest first, with secrets covered; foreign text. Nothing where it cannot be read; never rejects. */
export const lastLines = async (
	{engine, signal}: Pick<SyncContext, 'engine' | 'signal'>,
	ref: ContainerRef,
	{tty, startedAtMillis}: Pick<ContainerDetails, 'tty' | 'startedAtMillis'>,
): Promise<readonly string[]> => {
	const texts: string[] = [];
	// Not what it said in another life.
	const since = startedAtMillis === undefined ? undefined : (startedAtMillis / 1000).toFixed(3);
	const options = {follow: false, tail: mostLines, tty, ...known('since', since)};
	try {
		const batches = await engine.logs(ref, options, signal);
		for await (const batch of batches)
			for (const line of batch) if (line.kind === 'line') texts.push(plainText(line.text).trim());
	} catch {
		return [];
	}
	return texts
		.filter(Boolean)
		.slice(-mostLines)
		.map(text => maskSecrets(text).slice(0, mostCharacters));
};
