import type {JsonDocument} from './json.ts';

/** What an image says of the containers made from it; every text is foreign. */
export interface ImageConfig {
	/** `sha256:` and 64 hex digits, except on engines that leave the first part away. */
	readonly id: string;
	/** With tag: `redis:7-alpine`. */
	readonly names: readonly string[];
	/** `NAME=value` */
	readonly env: readonly string[];
	readonly entrypoint: readonly string[];
	readonly command: readonly string[];
	readonly labels: Readonly<Record<string, string>>;
	/** Empty: root. */
	readonly user: string;
	readonly workingDirectory: string;
	/** The same and all else, in the shape of the `Config` of a container. */
	readonly config: JsonDocument;
}
