import type {ContainerRef} from '../../model/ids.ts';
import {plainText} from '../../model/logs/plain-text.ts';
import {maskSecrets} from '../../model/secrets.ts';
import type {SyncContext} from '../context.ts';

const mostLines = 5;
const mostCharacters = 200;

/** What it said last, oldest first, with secrets covered; foreign text. Nothing where it cannot be read; never rejects. */
export const lastLines = async (
	{engine, signal}: Pick<SyncContext, 'engine' | 'signal'>,
	ref: ContainerRef,
	tty: boolean,
): Promise<readonly string[]> => {
	const texts: string[] = [];
	try {
		const batches = await engine.logs(ref, {follow: false, tail: mostLines, tty}, signal);
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
