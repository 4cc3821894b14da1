import type {Wait} from '../attention/dependencies.ts';

/** The installed Compose. */
export interface ComposeTool {
	/** What its argument lists begin with: `docker compose` or `docker-compose`. */
	readonly argv: readonly string[];
	readonly version: string;
	/** Compose 1, which was written in Python. */
	readonly isLegacy: boolean;
}

/** Where a project says that its files are; nobody has looked yet. */
export interface NamedPlace {
	/** Absolute; what relative paths in the files begin at. */
	readonly directory: string;
	readonly files: readonly string[];
	readonly envFiles: readonly string[];
}

/** Where the files of a project are on this machine; each of them was there. */
export interface ComposePlace extends NamedPlace {
	readonly project: string;
	/** What whoever runs them should know: sentences. */
	readonly cautions: readonly string[];
}

export interface Refusal {
	readonly problem: string;
}

/** Why there is no Compose to be run. */
export interface ToolRefusal extends Refusal {
	/** It may well be there, and has not answered. */
	readonly isSilent?: true;
}

/** What the files say of a service. */
export interface FileService {
	readonly name: string;
	/** Containers of it that there should be. */
	readonly wanted: number;
	readonly waits: readonly Wait[];
	readonly image?: string;
	readonly hasBuild: boolean;
	/** Without any it belongs to every run. */
	readonly profiles: readonly string[];
	/** As Compose would publish them: `8080:80`. */
	readonly ports: readonly string[];
	/** Of its configuration; a container made of the same one has it as a label. */
	readonly hash?: string;
}

/** A volume that a file declares. */
export interface FileVolume {
	/** On the engine. */
	readonly name: string;
	/** It stays unless one of these is in use; undefined: it goes in any case. */
	readonly profiles?: readonly string[];
}

/** What the files of a project say. */
export interface ProjectFiles {
	readonly services: readonly FileService[];
	/** Those that go with `down --volumes` where they exist: all that are not external. */
	readonly volumes: readonly FileVolume[];
}

/** How what runs compares with the files. */
export type Drift =
	/** Made of what the files say now. */
	| 'same'
	/** Made of something else: the files were edited since, or its image was built again. */
	| 'differs'
	/** In the files only. */
	| 'not-created'
	/** It runs, and the files do not have it any more. */
	| 'orphan'
	/** The files were not read, or nobody said what it was made of. */
	| 'unknown';
