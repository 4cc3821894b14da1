/** The best shell there is, found inside the container by its own `sh`. */
const script = `${['bash', 'ash'].map(shell => `command -v ${shell} >/dev/null 2>&1 && exec ${shell}`).join('; ')}; exec sh`;

/**
 * What is tried until one of them exists, nearly always the first. The runtime looks for `sh` on the
 * container's PATH; a few images have nothing but bash, or only the busybox of a debug variant.
 */
export const shellArgvs: ReadonlyArray<readonly string[]> = [
	['sh', '-c', script],
	['bash'],
	['busybox', 'sh'],
	['/busybox/sh'],
];

/** What the runtime prints in the place of a program that it cannot start; Podman names it first. */
export const isComplaint = (output: string): boolean =>
	/^(?:OCI runtime|Error: (?:runc|crun): )/.test(output);

const missingShellSeconds = 2;
/** By the shells' convention: found but not to be run (engine 20.10 means both), and not found. */
const missingShellCodes: readonly (number | undefined)[] = [126, 127];
/** The image does not know the user who was asked for: no other program would do better. */
export const isAboutUser = (text: string): boolean =>
	/unable to find user|no such user|no matching entries in (?:passwd|group)/i.test(text);

const complaint = /OCI runtime|executable file not found|no such file or directory|exec failed/i;

/**
 * A program that is missing is no error for the engine: the complaint of the runtime is the output.
 * A user's own last command may well end with 127, but not so soon and not with these words.
 */
export const looksMissing = (beginning: string, seconds: number): boolean =>
	seconds < missingShellSeconds && (complaint.test(beginning) || isAboutUser(beginning));

export const isMissingCode = (exitCode: number | undefined): boolean =>
	missingShellCodes.includes(exitCode);
