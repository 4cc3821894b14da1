import type {EndpointSource} from '../model/engine-info.ts';
import type {EndpointFiles} from './endpoint-files.ts';

export interface SocketSearch {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly homeDirectory: string;
	readonly platform: NodeJS.Platform;
	readonly files: Pick<EndpointFiles, 'exists' | 'accepts'>;
}

export interface FoundSocket {
	readonly path: string;
	readonly source: EndpointSource;
}

export const defaultSocket = (platform: NodeJS.Platform): string =>
	platform === 'win32' ? '//./pipe/docker_engine' : '/var/run/docker.sock';

/**
 * The first socket that somebody listens to: a file may be left of a daemon that has gone, or belong
 * to one that this user may not talk to. When there is none, the first that exists; when none does,
 * the default one, so that the error names it.
 */
export const findSocket = async (search: SocketSearch): Promise<FoundSocket> => {
	const {platform, files} = search;
	const fallback: FoundSocket = {path: defaultSocket(platform), source: 'default socket'};
	if (platform === 'win32') return fallback;
	const candidates = [fallback, ...otherSockets(search)];
	return (
		(await firstWhere(candidates, files.accepts)) ??
		(await firstWhere(candidates, files.exists)) ??
		fallback
	);
};

const firstWhere = async (
	candidates: readonly FoundSocket[],
	test: (path: string) => Promise<boolean>,
): Promise<FoundSocket | undefined> => {
	for (const candidate of candidates) if (await test(candidate.path)) return candidate;
	return undefined;
};

const otherSockets = ({env, homeDirectory: home}: SocketSearch): FoundSocket[] => {
	const runtime = env['XDG_RUNTIME_DIR'];
	const named = (source: EndpointSource, paths: readonly string[]) =>
		paths.map(path => ({path, source}));
	return [
		...named('rootless socket', runtime ? [`${runtime}/docker.sock`] : []),
		...named('desktop socket', [
			`${home}/.docker/run/docker.sock`,
			`${home}/.docker/desktop/docker.sock`,
			`${home}/.colima/default/docker.sock`,
			`${home}/.orbstack/run/docker.sock`,
			`${home}/.rd/docker.sock`,
			`${home}/.lima/docker/sock/docker.sock`,
		]),
		...named('podman socket', [
			...(runtime ? [`${runtime}/podman/podman.sock`] : []),
			'/run/podman/podman.sock',
			`${home}/.local/share/containers/podman/machine/podman.sock`,
		]),
	];
};
