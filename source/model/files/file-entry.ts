/** `hard link`: another name of a file that came before it in an archive. `other`: devices, pipes, sockets. */
export type FileKind = 'folder' | 'file' | 'link' | 'hard link' | 'other';

/** What is known of a file in a container; its name is foreign text. */
export interface FileFacts {
	readonly kind: FileKind;
	readonly sizeBytes?: number;
	/** The twelve bits of permissions. */
	readonly mode?: number;
	readonly modifiedMillis?: number;
	/** `user:group`, by their names where those are known in the container; foreign text. */
	readonly owner?: string;
	/** Where a link leads, as it is written in it. */
	readonly linkTarget?: string;
}

/** In a folder. */
export interface FileEntry extends FileFacts {
	readonly name: string;
}

/** What is in a folder of a container. */
export interface FileListing {
	readonly path: string;
	/** Folders first, each in the order of names. */
	readonly entries: readonly FileEntry[];
	/** Why there may be more than was read, in words. */
	readonly whyIncomplete?: string;
}

const rank = ({kind}: FileEntry): number => (kind === 'folder' ? 0 : 1);

export const sortEntries = (entries: readonly FileEntry[]): readonly FileEntry[] =>
	entries.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

/** The path of what is called so in a folder. */
export const pathIn = (folder: string, name: string): string =>
	folder === '/' ? `/${name}` : `${folder}/${name}`;

/** The folder that a path is in; the root is in itself. */
export const folderOf = (path: string): string => path.slice(0, Math.max(1, path.lastIndexOf('/')));

/** The last name of a path; `/` of the root. */
export const nameOf = (path: string): string =>
	path === '/' ? '/' : path.slice(path.lastIndexOf('/') + 1);

/** An absolute path without `.`, `..` and doubled slashes; what a link says is read from its folder. */
export const resolvePath = (folder: string, path: string): string => {
	const parts: string[] = [];
	for (const part of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '' && part !== '.') parts.push(part);
	}
	return `/${parts.join('/')}`;
};

/** `rwxr-xr-x`, with what is set beside permissions. */
export const modeText = (mode: number): string => {
	const bits = [...'rwxrwxrwx'].map((letter, index) => (mode & (0o400 >> index) ? letter : '-'));
	const special = (at: number, bit: number, letter: string): void => {
		if (mode & bit) bits[at] = bits[at] === 'x' ? letter : letter.toUpperCase();
	};
	special(2, 0o4000, 's');
	special(5, 0o2000, 's');
	special(8, 0o1000, 't');
	return bits.join('');
};
