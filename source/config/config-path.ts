import path from 'node:path';

/** Where the configuration is, whether there is one or not. A relative folder counts as none, as XDG says. */
export const configPath = (
	env: Readonly<Record<string, string | undefined>>,
	homeDirectory: string,
): string => {
	const folder = env['XDG_CONFIG_HOME'] ?? '';
	const base = path.isAbsolute(folder) ? folder : path.join(homeDirectory, '.config');
	return path.join(base, 'dockmon', 'config.yaml');
};

/** Where what is remembered is. */
export const statePath = (
	env: Readonly<Record<string, string | undefined>>,
	homeDirectory: string,
): string => {
	const folder = env['XDG_STATE_HOME'] ?? '';
	const base = path.isAbsolute(folder) ? folder : path.join(homeDirectory, '.local', 'state');
	return path.join(base, 'dockmon', 'state.json');
};

/** In a directory in which dockmon is started; sets nothing but what is seen. */
export const projectFile = '.dockmon.yaml';
