export interface TextFiles {
	/** Undefined when the file is not there; rejects when it cannot be read. */
	readText(path: string): Promise<string | undefined>;
}

/** What the search for an endpoint asks of the file system; `node-files.ts` is the real one. */
export interface EndpointFiles extends TextFiles {
	/** Something that this user can get at; says nothing about the right to open it. */
	exists(path: string): Promise<boolean>;
	/** A socket that this user may open and that somebody listens to. */
	accepts(path: string): Promise<boolean>;
}
