declare const brand: unique symbol;

/** Names one engine; `local` until several engines are shown at once. */
export type HostId = string & {readonly [brand]: 'HostId'};

/** Identity of a container across hosts, as one string: `hostId/fullContainerId`. Compare only with `===`. */
export type ContainerKey = string & {readonly [brand]: 'ContainerKey'};

export interface ContainerRef {
	readonly hostId: HostId;
	/** The engine's full id (64 hex digits), never a prefix or a name. */
	readonly id: string;
}

export const localHost = 'local' as HostId;

export const hostId = (name: string): HostId => name as HostId;

/** The only place where an identity becomes a string. */
export const refKey = (ref: ContainerRef): ContainerKey =>
	`${ref.hostId}/${ref.id}` as ContainerKey;

export const isSameRef = (some: ContainerRef | undefined, other: ContainerRef): boolean =>
	some?.id === other.id && some.hostId === other.hostId;

/** The first twelve digits, as `docker ps` shows them. */
export const shortId = (id: string): string => id.slice(0, 12);
