/** What happened to a file or folder of the image, or that it is new; `modified` of a folder: something in it. */
export interface FileChange {
	readonly kind: 'modified' | 'added' | 'deleted';
	/** Absolute, in the container; foreign text. */
	readonly path: string;
}

/** The writable layer of a container against its image. Volumes and tmpfs are not in it. */
export interface FileChanges {
	readonly changes: readonly FileChange[];
	/** How many there are in all; more than are listed where they are very many. */
	readonly total: number;
}
