/** The control groups of a container, as one of its processes tells them. */
export interface Membership {
	readonly containerId: string;
	/** By controller; the hierarchy of version 2 is under the empty name. */
	readonly groups: ReadonlyMap<string, string>;
}

/**
 * The names that engines give the group of a container: Docker the id itself or `docker-ID.scope`
 * (with systemd), Podman `libpod-ID`. Others that hold the id, such as that of Podman's monitor
 * process, are not the container's.
 */
const containerGroup = /^(?:docker-|libpod-)?([0-9a-f]{64})(?:\.scope)?$/;

/**
 * Reads `/proc/PID/cgroup` (cgroups(7)): a line `number:controllers:path` for each hierarchy.
 * Undefined for a process that is in no container. A group below that of the container, as systemd
 * makes them inside of it, still means the container; of nested engines the innermost one counts.
 */
export const parseMembership = (text: string): Membership | undefined => {
	const groups = new Map<string, string>();
	let containerId: string | undefined;
	for (const line of text.split('\n')) {
		const [, controllers, path] = /^\d+:([^:]*):(\/.*)$/.exec(line) ?? [];
		if (controllers === undefined || path === undefined) continue;
		const found = containerPath(path);
		if (found === undefined) continue;
		containerId ??= found.id;
		if (found.id !== containerId) continue;
		for (const controller of controllers.split(',')) groups.set(controller, found.path);
	}
	return containerId === undefined ? undefined : {containerId, groups};
};

const containerPath = (path: string): {id: string; path: string} | undefined => {
	const segments = path.split('/');
	const index = segments.findLastIndex(segment => containerGroup.test(segment));
	const id = containerGroup.exec(segments[index] ?? '')?.[1];
	return id === undefined ? undefined : {id, path: segments.slice(0, index + 1).join('/')};
};
