import {posix} from 'node:path';
import type {DemoContainer} from '../world/container.ts';
import {baseOf, type ImageBase} from '../world/image-bases.ts';
import {hexFor} from '../world/random.ts';

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
		[`${workingDirectory}/.env`, envFile(service)],
		[`${workingDirectory}/static/app.css`, 'body {\n\tfont: 16px/1.5 sans-serif;\n}\n'],
		[`${workingDirectory}/pyproject.toml`, `[project]\nname = "${service}"\n`],
		[
			`${workingDirectory}/requirements.txt`,
			'gunicorn==23.0.0\npsycopg[pool]==3.2.3\nredis==5.1.1\n',
		],
	];
};

/** With secrets, as such files are. */
const envFile = (service: string): string =>
	[
		`# settings of ${service}`,
		'LOG_LEVEL=info',
		`DATABASE_URL=postgres://${service}:correct-horse@postgres:5432/shop`,
		`SECRET_KEY=${hexFor(`secret ${service}`, 32)}`,
		'FEATURE_SEARCH=on',
		'',
	].join('\n');

const rootDirectories = ['bin', 'dev', 'etc', 'home', 'proc', 'root', 'sys', 'tmp', 'usr', 'var'];

const directoriesOf = (container: DemoContainer): Set<string> => {
	const directories = new Set(['/', ...rootDirectories.map(name => `/${name}`)]);
	const addWithParents = (directory: string) => {
		for (let path = directory; path !== '/'; path = posix.dirname(path)) directories.add(path);
	};
	for (const file of filesOf(container).keys()) addWithParents(posix.dirname(file));
	for (const file of writtenTo.get(container)?.keys() ?? []) addWithParents(posix.dirname(file));
	for (const {target} of container.spec.mounts ?? [])
		if (posix.extname(target) === '') addWithParents(target);
	if (container.spec.workingDirectory) addWithParents(container.spec.workingDirectory);
	return directories;
};

export const resolvePath = (directory: string, path: string): string =>
	posix.resolve(directory, path.replace(/^~(?=$|\/)/, '/root'));

export const directoryExists = (container: DemoContainer, path: string): boolean =>
	directoriesOf(container).has(posix.resolve('/', path));

export const readFile = (container: DemoContainer, path: string): string | undefined => {
	const written = writtenTo.get(container)?.get(path);
	return written === undefined ? filesOf(container).get(path) : Buffer.from(written).toString();
};

/** Put there through the archive API; until the engine ends. */
const writtenTo = new WeakMap<DemoContainer, Map<string, Uint8Array>>();

export const writeFile = (container: DemoContainer, path: string, content: Uint8Array): void => {
	const written = writtenTo.get(container) ?? new Map<string, Uint8Array>();
	writtenTo.set(container, written.set(path, content));
};

/** A file or, without content, a folder. */
export interface EntryOfDemo {
	readonly mode: number;
	readonly content?: Uint8Array;
}

const folder: EntryOfDemo = {mode: 0o755};

/** Undefined where nothing is called so. */
export const entryAt = (container: DemoContainer, path: string): EntryOfDemo | undefined => {
	if (directoryExists(container, path)) return folder;
	const content = writtenTo.get(container)?.get(path) ?? textBytes(filesOf(container).get(path));
	if (content === undefined) return undefined;
	return {content, mode: path.endsWith('/.env') ? 0o600 : 0o644};
};

const textBytes = (text: string | undefined): Uint8Array | undefined =>
	text === undefined ? undefined : Buffer.from(text);

/** All that is below a folder, by the path from there on, folders before what is in them. */
export const filesBelow = (
	container: DemoContainer,
	path: string,
): readonly (readonly [path: string, entry: EntryOfDemo])[] => {
	const below = path === '/' ? '/' : `${path}/`;
	const all = [
		...directoriesOf(container),
		...filesOf(container).keys(),
		...(writtenTo.get(container)?.keys() ?? []),
	];
	return [...new Set(all)]
		.filter(each => each.startsWith(below) && each !== below)
		.sort()
		.map(each => [each.slice(below.length), entryAt(container, each) ?? folder] as const);
};

/** Names in a directory, sorted; directories end in a slash. Undefined when there is no such directory. */
export const listDirectory = (container: DemoContainer, path: string): string[] | undefined => {
	if (!directoryExists(container, path)) return undefined;
	const isIn = (entry: string) => entry !== '/' && posix.dirname(entry) === path;
	return [
		...[...directoriesOf(container)].filter(isIn).map(entry => `${posix.basename(entry)}/`),
		...[...new Set([...filesOf(container).keys(), ...(writtenTo.get(container)?.keys() ?? [])])]
			.filter(isIn)
			.map(entry => posix.basename(entry)),
	].sort();
};
