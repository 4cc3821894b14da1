/** Which nodes of a tree are folded, by path. What is new is as `all` says. */
export interface Folds {
	readonly all: 'open' | 'folded';
	/** Those that are not so. */
	readonly turned: ReadonlySet<string>;
	/** Open as long as something is looked for in them, whatever else is said. */
	readonly opened?: ReadonlySet<string>;
}

export const allFolded: Folds = {all: 'folded', turned: new Set()};
export const allOpen: Folds = {all: 'open', turned: new Set()};

export const isFolded = ({all, turned, opened}: Folds, path: string): boolean =>
	opened?.has(path) !== true && (all === 'folded') !== turned.has(path);

/** With one node folded or not. */
export const withFold = (folds: Folds, path: string, isToBeFolded: boolean): Folds => {
	const {opened} = folds;
	const turned = new Set(folds.turned);
	if ((folds.all === 'folded') === isToBeFolded) turned.delete(path);
	else turned.add(path);
	if (!isToBeFolded || opened?.has(path) !== true) return {...folds, turned};
	return {...folds, turned, opened: new Set([...opened].filter(each => each !== path))};
};
