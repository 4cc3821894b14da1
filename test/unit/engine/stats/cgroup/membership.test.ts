import {expect, test} from 'vitest';
import {parseMembership} from '../../../../../source/engine/stats/cgroup/membership.ts';
import {hexId} from '../../../../helpers/fake-cgroups.ts';

const id = hexId('a');
const other = hexId('b');

test.each([
	['cgroupfs', `/docker/${id}`, `/docker/${id}`],
	['systemd', `/system.slice/docker-${id}.scope`, `/system.slice/docker-${id}.scope`],
	['a parent of its own', `/my.slice/deep/${id}`, `/my.slice/deep/${id}`],
	['Podman', `/libpod_parent/libpod-${id}`, `/libpod_parent/libpod-${id}`],
	[
		'Podman with systemd, in the group below',
		`/machine.slice/libpod-${id}.scope/container`,
		`/machine.slice/libpod-${id}.scope`,
	],
	['systemd inside of the container', `/docker/${id}/init.scope`, `/docker/${id}`],
	[
		'an engine inside of a container',
		`/docker/${other}/docker/${id}`,
		`/docker/${other}/docker/${id}`,
	],
])('version 2: %s', (_what, path, group) => {
	expect(parseMembership(`0::${path}\n`)).toEqual({
		containerId: id,
		groups: new Map([['', group]]),
	});
});

test('version 1 has a line for each hierarchy, some with several controllers', () => {
	const found = parseMembership(
		`9:name=systemd:/docker/${id}\n4:memory:/docker/${id}\n2:cpu,cpuacct:/docker/${id}\n0::/docker/${id}\n`,
	);
	expect(found?.containerId).toBe(id);
	expect(found?.groups.get('cpuacct')).toBe(`/docker/${id}`);
	expect([...(found?.groups.keys() ?? [])]).toEqual([
		'name=systemd',
		'memory',
		'cpu',
		'cpuacct',
		'',
	]);
});

test.each([
	['a process of the machine', '0::/system.slice/docker.service\n'],
	['the root', '1:cpu:/\n0::/\n'],
	['a short id', '0::/docker/aaaaaaaaaaaa\n'],
	['a name that only holds an id', `0::/machine.slice/libpod-conmon-${id}.scope\n`],
	['an id with one digit more', `0::/docker/${id}a\n`],
	['what the kernel never wrote', 'garbage\n::\n:/docker'],
	['nothing', ''],
])('%s is in no container', (_what, text) => {
	expect(parseMembership(text)).toBeUndefined();
});
