import {spawn} from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

/** The program that opens an address here; undefined where nobody would see what it opens. */
export const browserFor = (env: Environment, platform: string): string | undefined => {
	// Over ssh it would open on the wrong machine, if at all.
	if (env['SSH_CONNECTION'] || env['SSH_TTY']) return undefined;
	if (platform === 'darwin') return 'open';
	if (env['WSL_DISTRO_NAME']) return 'wslview';
	return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? 'xdg-open' : undefined;
};

const patienceMillis = 1500;

/** False where it is not installed or fails at once; what it opens goes on without us. */
export const openWith = (program: string, url: string): Promise<boolean> =>
	new Promise(resolve => {
		const child = spawn(program, [url], {stdio: 'ignore', detached: true});
		const timer = setTimeout(() => resolve(true), patienceMillis);
		const settle = (isOpen: boolean): void => {
			clearTimeout(timer);
			resolve(isOpen);
		};
		child.once('error', () => settle(false));
		child.once('exit', code => settle(code === 0));
		child.unref();
	});
