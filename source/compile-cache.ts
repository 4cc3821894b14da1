// Nothing but Node's own modules may be imported here: see `cli.ts`.
import fs, {type Stats} from 'node:fs';
import process from 'node:process';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where compiled code of this program is kept for the next start: a folder that belongs to this user and that
 * nobody else can write to, or others could lay there what is then run; undefined where there is none.
 */
export const compileCacheFolder = (env: Environment = process.env): string | undefined => {
	const parent = parentOf(env);
	if (parent === undefined) return undefined;
	const folder = `${parent}/dockmon`;
	const isOurs = ({uid, mode}: Stats): boolean =>
		uid === process.getuid?.() && (mode & writableByOthers) === 0;
	try {
		// Under sudo the home may be another user's, who could put another folder in the place of one of root.
		const {HOME: home = ''} = env;
		let nearest = parent;
		while (!fs.existsSync(nearest)) nearest = nearest.slice(0, nearest.lastIndexOf('/')) || '/';
		const above = parent.startsWith(`${home || parent}/`) ? [nearest, home] : [nearest];
		if (!above.every(each => isOurs(fs.statSync(each)))) return undefined;
		fs.mkdirSync(folder, {recursive: true, mode: 0o700});
		const found = fs.lstatSync(folder);
		return found.isDirectory() && isOurs(found) ? folder : undefined;
	} catch {
		// A home that cannot be written to: every start compiles anew.
		return undefined;
	}
};

const writableByOthers = 0o022;

const parentOf = ({
	XDG_CACHE_HOME: cache = '',
	HOME: home = '',
}: Environment): string | undefined => {
	if (cache.startsWith('/')) return cache;
	return home.startsWith('/') ? `${home}/.cache` : undefined;
};
