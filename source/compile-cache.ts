// Nothing but Node's own modules may be imported here: see `cli.ts`.
import type {Stats} from 'node:fs';
import process from 'node:process';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where Node.js keeps what it has compiled of this program, for the next start. Its own default is a folder of
 * a known name in /tmp: whoever makes that first can lay there what others then run. So it is one that
 * belongs to this user and that nobody else can write to; undefined where there is none.
 */
export const compileCacheFolder = (env: Environment = process.env): string | undefined => {
	const parent = parentOf(env);
	// Not imported: behind an import of it stands all that `node:fs` has.
	const fs = process.getBuiltinModule?.('node:fs');
	if (parent === undefined || fs === undefined) return undefined;
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
