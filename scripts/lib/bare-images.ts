import {execFile} from 'node:child_process';
import {copyFile, mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';

const run = promisify(execFile);

/** What there is in an image beside nothing: bash as `bash`, busybox under its own name only, one program. */
export type BareKind = 'bash' | 'busybox' | 'sleep';

export interface BareImage {
	readonly name: string;
	/** A first process that stays: `docker run` arguments behind the image. */
	readonly command: readonly string[];
}

const commands: Readonly<Record<BareKind, readonly string[]>> = {
	// Its own `read` waits for a terminal that nobody types on.
	bash: ['bash', '-c', 'while :; do read -r; done'],
	busybox: ['busybox', 'sleep', '36000'],
	sleep: ['/sleep', '36000'],
};

/**
 * An image of what is installed here, for what a shell cannot be taken for granted in; nothing is pulled.
 *
 * @param host the engine it is made on; that of the docker CLI where it is not given
 */
export const bareImage = (kind: BareKind, host?: string): Promise<BareImage> => {
	const key = `${kind} ${host}`;
	const begun = images.get(key) ?? make(kind, host);
	images.set(key, begun);
	return begun;
};

/** Each is made once, whoever asks meanwhile. */
const images = new Map<string, Promise<BareImage>>();

const make = async (kind: BareKind, host: string | undefined): Promise<BareImage> => {
	const name = `dockmon-bare-${kind}:local`;
	const image = {name, command: commands[kind]};
	const env = host === undefined ? process.env : {...process.env, DOCKER_HOST: host};
	if (await exists(name, env)) return image;
	const folder = await mkdtemp(path.join(tmpdir(), 'dockmon-bare-'));
	try {
		await fill(folder, kind);
		const script =
			'tar -C "$0" -c . | docker import --change "LABEL dockmon.test=image" --change "ENV PATH=/bin" - "$1"';
		await run('sh', ['-c', script, folder, name], {env});
		return image;
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};

const exists = (name: string, env: NodeJS.ProcessEnv): Promise<boolean> =>
	run('docker', ['image', 'inspect', '--format={{.Id}}', name], {env}).then(
		() => true,
		() => false,
	);

const fill = async (folder: string, kind: BareKind): Promise<void> => {
	for (const each of ['bin', 'proc', 'tmp']) await mkdir(path.join(folder, each));
	// A copy named after one of its programs is that program and no other.
	if (kind === 'sleep') return await copyFile('/bin/busybox', path.join(folder, 'sleep'));
	if (kind === 'busybox') return await copyFile('/bin/busybox', path.join(folder, 'bin/busybox'));
	await copyFile('/bin/bash', path.join(folder, 'bin/bash'));
	const {stdout} = await run('ldd', ['/bin/bash']);
	for (const [library] of stdout.matchAll(/\/\S+/g)) {
		await mkdir(path.join(folder, path.dirname(library)), {recursive: true});
		await copyFile(library, path.join(folder, library));
	}
};
