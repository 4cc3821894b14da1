import {expect, test} from 'vitest';
import {folderOf, parseMounts} from '../../../../../source/engine/stats/cgroup/mounts.ts';

const line = (root: string, folder: string, type: string, options: string): string =>
	`33 27 0:29 ${root} ${folder} rw,nosuid,relatime shared:8 master:1 - ${type} cgroup rw,${options}`;

test('controllers of version 1 may share a folder, and have several names', () => {
	const {controllers, unified} = parseMounts(
		[
			'22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw',
			line('/', '/sys/fs/cgroup/cpu,cpuacct', 'cgroup', 'cpu,cpuacct'),
			line('/', '/sys/fs/cgroup/memory', 'cgroup', 'memory'),
			line('/', '/sys/fs/cgroup/systemd', 'cgroup', 'xattr,name=systemd'),
			line('/', '/sys/fs/cgroup/unified', 'cgroup2', 'nsdelegate'),
		].join('\n'),
	);
	expect(controllers.get('cpuacct')).toEqual({folder: '/sys/fs/cgroup/cpu,cpuacct', root: '/'});
	expect(controllers.get('memory')?.folder).toBe('/sys/fs/cgroup/memory');
	expect(unified).toEqual({folder: '/sys/fs/cgroup/unified', root: '/'});
});

test('a mount point with a blank, and nothing at all', () => {
	const {unified} = parseMounts(line('/', '/mnt/c\\040g', 'cgroup2', 'x'));
	expect(unified?.folder).toBe('/mnt/c g');
	expect(parseMounts('')).toEqual({controllers: new Map()});
	expect(parseMounts('garbage - cgroup2')).toEqual({controllers: new Map()});
});

test('of a hierarchy that is mounted in part only that part has folders', () => {
	const mount = {folder: '/sys/fs/cgroup', root: '/docker'};
	expect(folderOf(mount, '/docker/abc')).toBe('/sys/fs/cgroup/abc');
	expect(folderOf(mount, '/docker')).toBe('/sys/fs/cgroup');
	expect(folderOf(mount, '/docker-other/abc')).toBeUndefined();
	expect(folderOf({folder: '/c', root: '/'}, '/docker/abc')).toBe('/c/docker/abc');
	expect(folderOf(undefined, '/docker/abc')).toBeUndefined();
});

test('a group outside of the own namespace has no folder, whatever lies beside the mount', () => {
	expect(folderOf({folder: '/sys/fs/cgroup', root: '/'}, '/../docker-abc.scope')).toBeUndefined();
	expect(folderOf({folder: '/c', root: '/../..'}, '/../../system.slice/abc')).toBeUndefined();
});
