import type {EndpointSource} from '../model/engine-info.ts';

export interface SocketSearch {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly homeDirectory: string;
	readonly platform: NodeJS.Platform;
	readonly files: {exists(path: string): Promise<boolean>};
}

export interface FoundSocket {
	readonly path: string;
	readonly source: EndpointSource;
}

export const defaultSocket = (platform: NodeJS.Platform): string =>
	platform === 'win32' ? '//./pipe/docker_engine' : '/var/run/docker.sock';

/** The first socket that exists; the default one when none does, so that the error names it. */
export const findSocket = async (search: SocketSearch): Promise<FoundSocket> => {
	const fallback: FoundSocket = {path: defaultSocket(search.platform), source: 'default socket'};
	if (search.platform === 'win32') return fallback;
	for (const candidate of [fallback, ...otherSockets(search)]) {
		if (await search.files.exists(candidate.path)) return candidate;
	}
	return fallback;
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
