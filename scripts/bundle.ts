import {chmod, readFile, rename, rm} from 'node:fs/promises';
import {createRequire, isBuiltin} from 'node:module';
import path from 'node:path';
import type {BuildOptions, Metafile, Plugin} from 'esbuild';
import {build} from 'esbuild';

const stub = (name: string): string => path.join(import.meta.dirname, 'bundle-stubs', name);

/** Loaded by dockerode for features that dockmon does not use; half a megabyte and 170 ms of start. */
const leftOutPackages = [
	'ssh2',
	'@grpc/grpc-js',
	'@grpc/proto-loader',
	'protobufjs',
	'tar-fs',
	'@balena/dockerignore',
];

/** What has to be changed in other people's code so that it runs, and starts fast, from one file. */
const thirdParty: Plugin = {
	name: 'third-party',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^url$/}, ({importer}) =>
			importer.includes('docker-modem') ? {path: stub('url.ts')} : undefined,
		);
		// With DEV=true in the environment, for whatever reason, Ink would look for React's developer
		// tools, which are not there, and write about it over the screen.
		onLoad({filter: /\/ink\/build\/(ink|reconciler)\.js$/}, async ({path: file}) => ({
			contents: (await readFile(file, 'utf8')).replaceAll("process.env['DEV'] === 'true'", 'false'),
		}));
		// With its data about licences it loads what meow could tidy a package.json with; it is given none.
		onLoad({filter: /\/meow\/build\/dependencies\.js$/}, async ({path: file}) => ({
			contents: replaced(
				await readFile(file, 'utf8'),
				'= requireNormalize();',
				'= () => undefined;',
			),
		}));
		// Yoga decodes its WebAssembly by itself where there is no fetch; Node's fetch costs the
		// loading of a whole HTTP client.
		onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path: file}) => ({
			contents: `const fetch = undefined;\n${await readFile(file, 'utf8')}`,
		}));
	},
};

/** Fails where a newer version of the package reads otherwise. */
const replaced = (text: string, before: string, after: string): string => {
	if (!text.includes(before)) throw new Error(`nothing like this to replace: ${before}`);
	return text.replace(before, after);
};

/** Of Node's own modules those that take milliseconds to load, and are no function. */
const costlyBuiltins = new Set([
	'node:child_process',
	'node:crypto',
	'node:dns',
	'node:fs',
	'node:fs/promises',
	'node:http',
	'node:http2',
	'node:https',
	'node:perf_hooks',
	'node:readline',
	'node:tls',
	'node:util',
	'node:worker_threads',
	'node:zlib',
]);

/**
 * Node's own modules, loaded where they are used. Imports of an ES module are all loaded first, and
 * such an import reads every export of the module: behind one of `node:http` is a whole HTTP client,
 * behind one of `node:fs` all of its streams.
 */
const lazyBuiltins: Plugin = {
	name: 'lazy-builtins',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^(node:)?[a-z_0-9]+(\/[a-z]+)?$/}, ({path: name, kind, namespace}) => {
			if (!isBuiltin(name)) return undefined;
			if (namespace === 'builtin') return {external: true};
			const builtin = name.startsWith('node:') ? name : `node:${name}`;
			if (kind === 'import-statement') return {path: builtin, namespace: 'builtin'};
			return kind === 'require-call' && costlyBuiltins.has(builtin)
				? {path: builtin, namespace: 'builtin'}
				: {path: builtin, external: true};
		});
		onLoad({filter: /.*/, namespace: 'builtin'}, ({path: name}) => ({
			contents: costlyBuiltins.has(name) ? whenUsed(name) : `module.exports = require('${name}');`,
		}));
	},
};

/**
 * A module that loads another one when the first of its exports is used; to ask `require` each time would
 * cost more than many a call. Who sets a field, of it or of what has it as prototype, as docker-modem
 * does with `http`, gets one of its own, as with the module itself.
 */
const whenUsed = (name: string): string => {
	const accessors = Object.keys(createRequire(import.meta.url)(name)).map(
		key =>
			`get ${key}() { return load().${key}; }, set ${key}(value) { own(this, '${key}', value); }`,
	);
	return `let loaded;
const load = () => (loaded ??= require('${name}'));
const own = (object, key, value) =>
	Object.defineProperty(object, key, {value, writable: true, enumerable: true, configurable: true});
module.exports = {${accessors.join(',')}};`;
};

/** CommonJS code in an ES module: what it calls `require` comes from here. */
const banner = `import {createRequire as createBundleRequire} from 'node:module';
const require = createBundleRequire(import.meta.url);`;

/** The starter loads the program only after it has made the terminal ready, so it is a file apart. */
const programApart: Plugin = {
	name: 'program-apart',
	setup({onResolve}) {
		onResolve({filter: /app\/main\.tsx$/}, () => ({path: './dockmon.js', external: true}));
	},
};

/**
 * Writes `cli.js`, the starter, `dockmon.js` with the `main` of the given file, and everything it
 * imports into `parts`. The folder then holds nothing else; it stays as it was when that fails.
 */
export const bundleProgram = async (main: string, folder: string): Promise<Metafile> => {
	const fresh = `${folder}.new`;
	try {
		const starter = path.join(fresh, 'cli.js');
		await bundle(path.join(import.meta.dirname, '../source/cli.ts'), starter, {
			plugins: [programApart],
			banner: {},
			// It must at least parse on a Node that is too old, to say so.
			target: 'node18',
		});
		await chmod(starter, 0o755);
		const metafile = await bundle(main, path.join(fresh, 'dockmon.js'));
		await rm(folder, {recursive: true, force: true});
		await rename(fresh, folder);
		return metafile;
	} finally {
		await rm(fresh, {recursive: true, force: true});
	}
};

const bundle = async (
	entry: string,
	outfile: string,
	overrides: BuildOptions = {},
): Promise<Metafile> => {
	const options = {
		entryPoints: {[path.basename(outfile, '.js')]: entry},
		outdir: path.dirname(outfile),
		bundle: true,
		// What is loaded only when it is asked for is not to be read before the first frame.
		splitting: true,
		chunkNames: 'parts/[name]-[hash]',
		platform: 'node',
		format: 'esm',
		target: 'node22',
		jsx: 'automatic',
		// Names stay, so that a stack trace in a report can be read.
		minifySyntax: true,
		minifyWhitespace: true,
		legalComments: 'none',
		logLevel: 'warning',
		// React is several times slower without this; the environment itself goes on to other programs.
		define: {'process.env.NODE_ENV': '"production"'},
		alias: {
			// Ink pins version 8, which is several times slower beyond ASCII; the interface is the same.
			'string-width': stub('string-width.cjs'),
			// For a Node of ten years ago.
			'readable-stream': 'node:stream',
			...Object.fromEntries(leftOutPackages.map(name => [name, stub('left-out.cjs')])),
		},
		banner: {js: banner},
		plugins: [thirdParty, lazyBuiltins],
		...overrides,
	} satisfies BuildOptions;
	return (await build({...options, metafile: true})).metafile;
};
