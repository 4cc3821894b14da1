/** Where control groups are mounted on this machine. */
export interface CgroupMounts {
	/** By controller (`memory`, `cpuacct`), for the hierarchies of version 1. */
	readonly controllers: ReadonlyMap<string, CgroupMount>;
	/** The one hierarchy of version 2; on a hybrid machine it has no controllers, but pressure. */
	readonly unified?: CgroupMount;
}

export interface CgroupMount {
	readonly folder: string;
	/** The group that is seen at the folder; `/` unless only a part is mounted. */
	readonly root: string;
}

/** Reads `/proc/self/mountinfo` (proc(5)): optional fields end at a lone dash. */
export const parseMounts = (mountinfo: string): CgroupMounts => {
	const controllers = new Map<string, CgroupMount>();
	let unified: CgroupMount | undefined;
	for (const line of mountinfo.split('\n')) {
		const [before = '', after = ''] = line.split(' - ', 2);
		const [, , , root, folder] = before.split(' ');
		const [type, , options = ''] = after.split(' ');
		if (root === undefined || folder === undefined) continue;
		const mount = {folder: unescapeOctal(folder), root: unescapeOctal(root)};
		if (type === 'cgroup2') unified ??= mount;
		if (type !== 'cgroup') continue;
		for (const option of options.split(',')) {
			if (!controllers.has(option)) controllers.set(option, mount);
		}
	}
	return {controllers, ...(unified && {unified})};
};

/**
 * The folder of a group; undefined where the mount does not show it, as from a namespace of groups that
 * it is not in: a path from there begins with `/..` (cgroup_namespaces(7)).
 */
export const folderOf = (mount: CgroupMount | undefined, group: string): string | undefined => {
	if (mount === undefined || group.split('/').includes('..')) return undefined;
	if (mount.root === '/') return mount.folder + group;
	const isInside = group === mount.root || group.startsWith(`${mount.root}/`);
	return isInside ? mount.folder + group.slice(mount.root.length) : undefined;
};

/** Blanks and the like are written as `\040`. */
const unescapeOctal = (text: string): string =>
	text.replaceAll(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(parseInt(code, 8)));
