import {expect, test} from 'vitest';
import {completePath, typedPath} from '../../../../source/model/files/complete-path.ts';
import type {FileEntry} from '../../../../source/model/files/file-entry.ts';

const folders: Readonly<Record<string, readonly FileEntry[]>> = {
	'/': [
		{name: 'etc', kind: 'folder'},
		{name: 'lib', kind: 'link', linkTarget: 'usr/lib'},
		{name: 'lib64', kind: 'folder'},
		{name: 'usr', kind: 'folder'},
	],
	'/etc': [
		{name: 'host.conf', kind: 'file'},
		{name: 'hostname', kind: 'file'},
		{name: 'hosts', kind: 'file'},
		{name: '$(touch x)', kind: 'file'},
	],
};

const completed = (typed: string) => completePath(typed, folder => folders[folder]);

test.each([
	['/e', '/etc/', ['etc/']],
	['/etc/ho', '/etc/host', ['host.conf', 'hostname', 'hosts']],
	['/etc/hostn', '/etc/hostname', ['hostname']],
	['/li', '/lib', ['lib', 'lib64/']],
	['/etc/$', '/etc/$(touch x)', ['$(touch x)']],
	['/usr/share//et', '/usr/share//etc/', ['etc/']],
	['/etc/../e', '/etc/../etc/', ['etc/']],
	['/nothing', '/nothing', []],
	['/usr/', '/usr/', []],
	['e', 'etc/', ['etc/']],
	['', '', ['etc/', 'lib', 'lib64/', 'usr/']],
])('%j goes on as %j', (typed, text, candidates) => {
	expect(completed(typed)).toEqual({text, candidates});
});

test.each([
	['/etc/hosts', '/etc/hosts'],
	['/etc/', '/etc'],
	['etc', '/etc'],
	['/usr/share//etc', '/etc'],
	['/usr//share//', '/'],
	['/a/../../b/./c', '/b/c'],
	['', '/'],
])('%j means %j', (typed, path) => {
	expect(typedPath(typed)).toBe(path);
});
