import {expect, test} from 'vitest';
import {listeningInodes, parseShim} from '../../../scripts/lib/engine-processes.ts';

const table = `Num       RefCount Protocol Flags    Type St Inode Path
000000008a4498cb: 00000002 00000000 00010000 0001 01 12650 /run/docker.sock
00000000e57797bf: 00000002 00000000 00000000 0001 03 48792 /run/docker.sock
0000000036a9c2d1: 00000002 00000000 00000000 0002 01 9341
00000000fc1d4777: 00000002 00000000 00010000 0001 01 12662 /run/containerd.sock`;

test('only sockets that listen at the path count', () => {
	expect(listeningInodes(table, path => path === '/run/docker.sock')).toEqual(['12650']);
});

test('a shim tells its container and its containerd', () => {
	const line = [
		...['/usr/bin/containerd-shim-runc-v2', '-namespace', 'moby', '-id', 'abc'],
		...['-address', '/run/containerd.sock', ''],
	].join('\0');
	expect(parseShim(line)).toEqual({containerId: 'abc', address: '/run/containerd.sock'});
});

test('what merely has such flags is no shim', () => {
	expect(parseShim('/bin/sh\0-id\0abc\0-address\0/x\0')).toBeUndefined();
	expect(parseShim('containerd-shim\0--help\0')).toBeUndefined();
	expect(parseShim('')).toBeUndefined();
});
