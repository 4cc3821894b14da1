import type {ShellEffects} from '../../source/commands/effects/shell-effects.ts';
import type {ShellRequest} from '../../source/model/shell-request.ts';

/** Notes what is asked for: `shell`, `shell as 0: sh -c`, `attach shop/api`. */
export const notingShells = (note: (what: string) => void): ShellEffects => ({
	openShell: request => note(sayShell(request)),
	attach: ({title}) => note(`attach ${title}`),
	askDebug: ({title}) => note(`images for ${title}`),
	openDebug: ({target, image}) => note(`debug ${target.title} with ${image}`),
	split: ({target, what, where}) => note(`${what} of ${target.title} in a ${where}`),
});

const sayShell = ({argv, user, workingDirectory, env}: ShellRequest): string =>
	[
		'shell',
		...(user === undefined ? [] : [`as ${user}`]),
		...(workingDirectory === undefined ? [] : [`in ${workingDirectory}`]),
		...(env === undefined ? [] : [`with ${env.join('|')}`]),
		...(argv === undefined ? [] : [`runs ${argv.join('|')}`]),
	].join(' ');
