/** A program that takes the text on its standard input. */
export type CopyProgram = readonly [file: string, ...argv: string[]];

export interface CopyPlan {
	/** The first of them that is installed and succeeds is enough. */
	readonly programs: readonly CopyProgram[];
	/**
	 * How the terminal is asked to take it (OSC 52), which nobody answers: as it is, wrapped for GNU
	 * screen, or only where no program did it, because tmux hands on what it was given itself.
	 */
	readonly terminal: 'plain' | 'screen' | 'otherwise';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** How a text gets into the clipboard of whoever looks at this terminal. */
export const planCopy = (env: Environment, platform: string): CopyPlan => {
	if (env['TMUX']) return {programs: [...tmux, ...native(env, platform)], terminal: 'otherwise'};
	return {
		programs: native(env, platform),
		terminal: env['STY'] ? 'screen' : 'plain',
	};
};

/** `-w` (3.2) hands it on to the terminal that tmux runs in. */
const tmux: readonly CopyProgram[] = [
	['tmux', 'load-buffer', '-w', '-'],
	['tmux', 'load-buffer', '-'],
];

/** Over ssh a program would fill the clipboard of the wrong machine. */
const native = (env: Environment, platform: string): readonly CopyProgram[] => {
	if (env['SSH_CONNECTION'] || env['SSH_TTY']) return [];
	if (platform === 'darwin') return [['pbcopy']];
	if (env['WSL_DISTRO_NAME']) return [['clip.exe']];
	return [
		...(env['WAYLAND_DISPLAY'] ? ([['wl-copy']] as const) : []),
		...(env['DISPLAY'] ? x11 : []),
	];
};

const x11: readonly CopyProgram[] = [
	['xclip', '-selection', 'clipboard'],
	['xsel', '--clipboard', '--input'],
];
