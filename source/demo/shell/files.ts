import {posix} from 'node:path';
import type {DemoContainer} from '../world/container.ts';
import {baseOf, type ImageBase} from '../world/image-bases.ts';

/** The few files that are in a container of the demo, by path. */
const filesOf = (container: DemoContainer): ReadonlyMap<string, string> => {
	const known = cache.get(container);
	if (known) return known;
	const {spec, id} = container;
	const hostname = id.slice(0, 12);
	const files = new Map([
		['/etc/os-release', osRelease[baseOf(spec.image)]],
		['/etc/hostname', `${hostname}\n`],
		['/etc/hosts', `127.0.0.1\tlocalhost\n172.20.0.4\t${hostname}\n`],
		['/etc/passwd', 'root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000::/app:/bin/sh\n'],
		['/etc/resolv.conf', 'nameserver 127.0.0.11\noptions ndots:0\n'],
		...sourcesOf(container),
		...(spec.mounts ?? [])
			.filter(mount => mount.type === 'bind' && posix.extname(mount.target) !== '')
			.map(mount => [mount.target, `# ${mount.source} of the host\n`] as const),
	]);
	cache.set(container, files);
	return files;
};

const cache = new WeakMap<DemoContainer, ReadonlyMap<string, string>>();

const osRelease: Readonly<Record<ImageBase, string>> = {
	debian:
		'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\n',
	alpine: 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.20.3\nPRETTY_NAME="Alpine Linux v3.20"\n',
	busybox: 'NAME="Buildroot"\nID=buildroot\nPRETTY_NAME="Buildroot 2024.02"\n',
	distroless: 'PRETTY_NAME="Distroless"\nNAME="Debian GNU/Linux"\nID=debian\n',
};

/** A Python service has its sources in its working directory. */
const sourcesOf = ({spec}: DemoContainer): [string, string][] => {
	const {workingDirectory, compose} = spec;
	if (workingDirectory === undefined) return [];
	const service = compose?.service ?? 'app';
	return [
		[`${workingDirectory}/${service}.py`, `"""The ${service} service."""\n`],
		[`${workingDirectory}/pyproject.toml`, `[project]\nname = "${service}"\n`],
		[
			`${workingDirectory}/requirements.txt`,
			'gunicorn==23.0.0\npsycopg[pool]==3.2.3\nredis==5.1.1\n',
		],
	];
};

const rootDirectories = ['bin', 'dev', 'etc', 'home', 'proc', 'root', 'sys', 'tmp', 'usr', 'var'];

const directoriesOf = (container: DemoContainer): Set<string> => {
	const directories = new Set(['/', ...rootDirectories.map(name => `/${name}`)]);
	const addWithParents = (directory: string) => {
		for (let path = directory; path !== '/'; path = posix.dirname(path)) directories.add(path);
	};
	for (const file of filesOf(container).keys()) addWithParents(posix.dirname(file));
	for (const {target} of container.spec.mounts ?? [])
		if (posix.extname(target) === '') addWithParents(target);
	if (container.spec.workingDirectory) addWithParents(container.spec.workingDirectory);
	return directories;
};

export const resolvePath = (directory: string, path: string): string =>
	posix.resolve(directory, path.replace(/^~(?=$|\/)/, '/root'));

export const directoryExists = (container: DemoContainer, path: string): boolean =>
	directoriesOf(container).has(posix.resolve('/', path));

export const readFile = (container: DemoContainer, path: string): string | undefined =>
	filesOf(container).get(path);

/** Names in a directory, sorted; directories end in a slash. Undefined when there is no such directory. */
export const listDirectory = (container: DemoContainer, path: string): string[] | undefined => {
	if (!directoryExists(container, path)) return undefined;
	const isIn = (entry: string) => entry !== '/' && posix.dirname(entry) === path;
	return [
		...[...directoriesOf(container)].filter(isIn).map(entry => `${posix.basename(entry)}/`),
		...[...filesOf(container).keys()].filter(isIn).map(entry => posix.basename(entry)),
	].sort();
};
