import type {FileChange, FileChanges} from '../../model/file-change.ts';
import type {ContainerRef} from '../../model/ids.ts';
import type {Client} from './client.ts';
import {parseJson, rawNumber, rawObject, rawWord} from './raw.ts';

/** A build or a download may leave a hundred thousand; a tree of so many is still made in a blink. */
export const mostChanges = 20_000;

const kinds: readonly (FileChange['kind'] | undefined)[] = ['modified', 'added', 'deleted'];

/** `GET /containers/ID/changes`, read item by item. */
export const readChanges = async (
	client: Client,
	ref: ContainerRef,
	signal: AbortSignal,
): Promise<FileChanges> => {
	const what = 'list changed files';
	const changes: FileChange[] = [];
	let total = 0;
	await client.askItems(
		{method: 'GET', path: `/containers/${ref.id}/changes`, what, deadlineMillis: 30_000},
		signal,
		json => {
			const change = mapChange(parseJson(json.toString('utf8'), what));
			if (change === undefined) return;
			total++;
			if (changes.length < mostChanges) changes.push(change);
		},
	);
	return {changes, total};
};

/** Undefined for what names no path or no kind that is known. */
export const mapChange = (value: unknown): FileChange | undefined => {
	const raw = rawObject(value);
	const path = rawWord(raw['Path']);
	const kind = kinds[rawNumber(raw['Kind']) ?? -1];
	return path === undefined || kind === undefined ? undefined : {kind, path};
};
