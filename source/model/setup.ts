/** How a container was made and is run, as an inspect tells it; every foreign string in it is raw. */
export interface ContainerSetup {
	/** `sha256:…` */
	readonly imageId?: string;
	readonly entrypoint: readonly string[];
	readonly command: readonly string[];
	readonly hostname?: string;
	readonly stopSignal?: string;
	/** Undefined: ten seconds. */
	readonly stopTimeoutSeconds?: number;
	/** What it may do beyond other containers, or less than they may, in docker's words: `privileged`, `+NET_ADMIN`. */
	readonly rights: readonly string[];
}
