import {type FileEntry, resolvePath} from './file-entry.ts';

/** How a path that is being typed could go on. */
export interface PathCompletion {
	/** As far as all that fit agree; the same text where that is no further. */
	readonly text: string;
	/** Names that fit, a folder with a slash behind it; none where what is in there is not known. */
	readonly candidates: readonly string[];
}

/**
 * `entriesIn`: what is known to be in a folder. A link may lead to a folder, and gets its slash by the
 * next try.
 */
export const completePath = (
	typed: string,
	entriesIn: (folder: string) => readonly FileEntry[] | undefined,
): PathCompletion => {
	const slash = typed.lastIndexOf('/');
	const [head, tail] = [typed.slice(0, slash + 1), typed.slice(slash + 1)];
	const fitting = (entriesIn(typedPath(head)) ?? []).filter(({name}) => name.startsWith(tail));
	const candidates = fitting.map(({name, kind}) => (kind === 'folder' ? `${name}/` : name));
	return {text: candidates.length === 0 ? typed : head + commonStart(candidates), candidates};
};

/** What a text means: a doubled slash begins again at the root, so that nothing has to be deleted. */
export const typedPath = (text: string): string =>
	resolvePath('/', text.slice(Math.max(0, text.lastIndexOf('//'))));

const commonStart = ([first = '', ...others]: readonly string[]): string => {
	let length = first.length;
	for (const other of others) {
		let same = 0;
		while (same < length && first[same] === other[same]) same++;
		length = same;
	}
	return first.slice(0, length);
};
