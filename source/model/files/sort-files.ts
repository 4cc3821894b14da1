import type {FileEntry} from './file-entry.ts';

export const fileSorts = ['name', 'size', 'time'] as const;
export type FileSort = (typeof fileSorts)[number];

export interface FileOrder {
	readonly sort: FileSort;
	readonly isReversed: boolean;
}

/**
 * Folders first, whatever the order; then by name from A, by size from the largest, by time from the
 * newest. What is not known comes last, and what is alike stands by name.
 */
export const sortFiles = <Entry extends FileEntry>(
	entries: readonly Entry[],
	{sort, isReversed}: FileOrder,
): readonly Entry[] => {
	const sign = isReversed ? -1 : 1;
	const compare = {name: byName, size: by(sizeOf), time: by(timeOf)}[sort];
	return entries.toSorted((a, b) => rank(a) - rank(b) || compare(a, b, sign) || byName(a, b, 1));
};

const rank = ({kind}: FileEntry): number => (kind === 'folder' ? 0 : 1);

type Compare = (a: FileEntry, b: FileEntry, sign: number) => number;

const byName: Compare = (a, b, sign) => (a.name < b.name ? -sign : a.name > b.name ? sign : 0);

const by =
	(figure: (entry: FileEntry) => number | undefined): Compare =>
	(a, b, sign) => {
		const [one, other] = [figure(a), figure(b)];
		if (one === undefined || other === undefined)
			return Number(one === undefined) - Number(other === undefined);
		return (other - one) * sign;
	};

/** Of a folder the engine tells what its own entry takes, which nobody wants to know. */
const sizeOf = ({kind, sizeBytes}: FileEntry): number | undefined =>
	kind === 'file' || kind === 'hard link' ? sizeBytes : undefined;

const timeOf = ({modifiedMillis}: FileEntry): number | undefined => modifiedMillis;
