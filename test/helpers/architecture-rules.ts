import {
	codeOnly,
	importsOf,
	resolveImport,
	type SourceFile,
	withoutComments,
} from './source-text.ts';

/** Each rule takes all files and tells what breaks it, one sentence for each place. */
export type Rule = (files: readonly SourceFile[]) => readonly string[];

/** What each folder of `source` may import from, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
	model: [],
	format: ['model'],
	engine: ['model'],
	store: ['model'],
	demo: ['model'],
	config: ['model'],
	compose: ['model'],
	sync: ['model', 'format', 'engine', 'store'],
	commands: ['model', 'format', 'store'],
	headless: ['model', 'format', 'engine', 'store', 'sync'],
	view: ['model', 'format', 'store', 'commands'],
	app: [
		...['model', 'format', 'engine', 'store', 'sync', 'commands', 'view'],
		...['demo', 'headless', 'config', 'compose'],
	],
};

/** The entry of the program stands beside the folders and may import all of them. */
const layerOf = (path: string): string | undefined => {
	const [root, folder, rest] = path.split('/');
	if (root !== 'source' || folder === undefined) return undefined;
	return rest === undefined ? 'cli' : folder;
};

const isSource = (file: SourceFile): boolean => layerOf(file.path) !== undefined;

const isIn = (path: string, folders: readonly string[]): boolean =>
	folders.some(folder => path === folder || path.startsWith(`${folder}/`));

const relativeImports = (file: SourceFile): readonly string[] =>
	importsOf(file)
		.filter(specifier => specifier.startsWith('.'))
		.map(specifier => resolveImport(file.path, specifier));

/** Imports of packages and of Node, as `react` for `react/jsx-runtime`. */
const packageImports = (file: SourceFile): readonly string[] =>
	importsOf(file)
		.filter(specifier => !specifier.startsWith('.'))
		.map(specifier => {
			const parts = specifier.split('/');
			return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
		});

const checkLayer = (file: SourceFile): readonly string[] => {
	const layer = layerOf(file.path);
	if (layer === undefined || layer === 'cli') return [];
	const allowed = mayImport[layer];
	if (allowed === undefined) return [`${file.path}: source/${layer} is not a layer`];
	return relativeImports(file)
		.filter(target => {
			// Whoever tells the version reads it where it is.
			if (target === 'package.json') return layer !== 'app';
			const targetLayer = layerOf(target);
			return targetLayer === undefined || ![layer, ...allowed].includes(targetLayer);
		})
		.map(target => `${file.path} imports ${target}: ${layer} may not`);
};

export const layerDirection: Rule = files => files.flatMap(checkLayer);

const homes: ReadonlyArray<{readonly packages: RegExp; readonly folders: readonly string[]}> = [
	{
		packages: /^(?:react|ink|react-reconciler)$/u,
		folders: ['source/view', 'source/app', 'source/cli.tsx', 'source/cli.ts'],
	},
	{packages: /^(?:dockerode|docker-modem)$/u, folders: ['source/engine/docker']},
	{packages: /^systeminformation$/u, folders: ['source/engine/host']},
	{packages: /^yaml$/u, folders: ['source/config', 'source/compose']},
];

const pureFolders = ['source/model', 'source/format', 'source/store'];

export const packageHomes: Rule = files =>
	files.filter(isSource).flatMap(file =>
		packageImports(file).flatMap(name => {
			const home = homes.find(({packages}) => packages.test(name));
			if (home && !isIn(file.path, home.folders)) {
				return [`${file.path} imports ${name}: only ${home.folders.join(', ')} may`];
			}
			const isNode = name.startsWith('node:');
			return isNode && isIn(file.path, [...pureFolders, 'source/view'])
				? [`${file.path} imports ${name}: this layer has no input or output of its own`]
				: [];
		}),
	);

const impure =
	/\b(?:Date\.now|performance\.now|Math\.random|new Date\(\)|set(?:Timeout|Interval|Immediate)|queueMicrotask|fetch\(|process\.|console\.)/u;

/** Time, chance and the outside world come into these layers as arguments. */
export const purity: Rule = files =>
	files
		.filter(file => isIn(file.path, pureFolders))
		.flatMap(file => {
			const found = impure.exec(codeOnly(file.text))?.[0];
			return found === undefined ? [] : [`${file.path} uses ${found}: this layer is pure`];
		});

/** Files that call Ink's `useInput`; keys are resolved in one place. */
export const useInputCallers: Rule = files =>
	files
		.filter(isSource)
		.flatMap(file => [...codeOnly(file.text).matchAll(/\buseInput\s*\(/gu)].map(() => file.path));

export const importCycles: Rule = files => {
	const graph = new Map(files.map(file => [file.path, relativeImports(file)]));
	const finished = new Set<string>();
	const cycles: string[] = [];
	const visit = (path: string, trail: readonly string[]): void => {
		const start = trail.indexOf(path);
		if (start !== -1) {
			cycles.push([...trail.slice(start), path].join(' > '));
			return;
		}
		if (finished.has(path)) return;
		for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
		finished.add(path);
	};
	for (const path of graph.keys()) visit(path, []);
	return cycles;
};

/** The two lists in which panes and overlays register themselves. */
const registries = [
	'source/view/panes/index.ts',
	'source/view/pages/index.ts',
	'source/view/overlays/index.ts',
];

/** A name has one home and is imported from there. */
export const barrels: Rule = files =>
	files.filter(isSource).flatMap(file => {
		const isIndex = /\/index\.tsx?$/u.test(file.path) && !registries.includes(file.path);
		const hasReexport = /^export\b[^;=]*?\bfrom\s*'/mu.test(withoutComments(file.text));
		return [
			...(isIndex ? [`${file.path} is an index file`] : []),
			...(hasReexport ? [`${file.path} re-exports what another file owns`] : []),
		];
	});

export const defaultExports: Rule = files =>
	files
		.filter(file => /^export\s+default\b|\bas default\b/mu.test(codeOnly(file.text)))
		.map(file => `${file.path} has a default export`);

const lineLimit = (path: string): number => (path.startsWith('test/') ? 400 : 250);

export const fileSizes: Rule = files =>
	files.flatMap(file => {
		const lines = file.text.trimEnd().split('\n').length;
		return lines > lineLimit(file.path)
			? [`${file.path} has ${lines} lines, more than ${lineLimit(file.path)}`]
			: [];
	});

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

export const fileNames: Rule = files =>
	files
		.filter(file => {
			const name = file.path.replace(/(?:\.(?:test|bench))?\.tsx?$/u, '');
			return name.split('/').some(part => !kebab.test(part));
		})
		.map(file => `${file.path} is not named in kebab-case`);

const exportsFunction = (file: SourceFile): boolean =>
	/^export\s+(?:async\s+)?(?:function|class)\b|^export\s+const\s+\w+(?:\s*:[^=]+)?\s*=\s*(?:async\s*)?(?:<[^>]*>)?\s*\(/mu.test(
		codeOnly(file.text),
	);

/** Each file of the pure layers that computes something is tested under the same path. */
export const unitTests: Rule = files => {
	const paths = new Set(files.map(file => file.path));
	return files
		.filter(file => isIn(file.path, pureFolders) && exportsFunction(file))
		.map(file => file.path.replace(/^source/u, 'test/unit').replace(/\.(tsx?)$/u, '.test.$1'))
		.filter(path => !paths.has(path) && !paths.has(`${path}x`))
		.map(path => `${path} is missing`);
};
