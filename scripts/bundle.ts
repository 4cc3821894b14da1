import {createHash} from 'node:crypto';
import {chmod, readFile, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {BuildOptions, Metafile, Plugin} from 'esbuild';
import {build} from 'esbuild';
import {lazyBuiltins} from './lib/lazy-builtins.ts';
import {replaced} from './lib/replaced.ts';
import {yogaAtOnce} from './lib/yoga-at-once.ts';

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

const ownSegmenter = /= new Intl\.Segmenter\([^)]*\);/;

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
		// What Ink and its packages split into characters, they split by one that is made when it is needed.
		onLoad(
			{filter: /\/(line-update|wrap-ansi\/index|(slice-ansi\/)?tokenize(-ansi)?)\.js$/},
			async ({path: file}) => ({
				contents: `import {graphemeSegmenter} from ${JSON.stringify(stub('segmenter.ts'))};
${replaced(await readFile(file, 'utf8'), ownSegmenter, '= graphemeSegmenter;')}`,
			}),
		);
		// With its data about licences it loads what meow could tidy a package.json with; it is given none.
		onLoad({filter: /\/meow\/build\/dependencies\.js$/}, async ({path: file}) => ({
			contents: replaced(
				await readFile(file, 'utf8'),
				'= requireNormalize();',
				'= () => undefined;',
			),
		}));
	},
};

// React is several times slower without this; the environment itself goes on to other programs.
const define = {'process.env.NODE_ENV': '"production"'};

/** The program is a function, for whoever runs it as a script: see `source/load-program.ts`. */
const programOptions: BuildOptions = {
	banner: {js: '(function(module,require,importMeta){'},
	footer: {js: '})'},
	define: {...define, 'import.meta': 'importMeta'},
};

const starterOptions: BuildOptions = {
	// It must at least parse on a Node that is too old, to say so.
	target: 'node18',
	define: {...define, 'import.meta.dirname': '__dirname'},
};

/**
 * Writes `cli.js`, the starter, and `dockmon.js` with the `main` of the given file and all that it imports. The folder
 * then holds nothing else; it stays as it was when that fails.
 */
export const bundleProgram = async (main: string, folder: string): Promise<Metafile> => {
	const fresh = `${folder}.new`;
	try {
		const starter = path.join(fresh, 'cli.js');
		await bundle(path.join(import.meta.dirname, '../source/cli.ts'), starter, starterOptions);
		await chmod(starter, 0o755);
		const program = path.join(fresh, 'dockmon.js');
		const metafile = await bundle(main, program, programOptions);
		await writeFile(program, withDigest(await readFile(program, 'utf8')));
		// Of the package's other files Node.js knows that they are modules.
		await writeFile(path.join(fresh, 'package.json'), '{"type": "commonjs"}\n');
		await rm(folder, {recursive: true, force: true});
		await rename(fresh, folder);
		return metafile;
	} finally {
		await rm(fresh, {recursive: true, force: true});
	}
};

/** Tells one build from another in its first line; the same sources make the same. */
const withDigest = (program: string): string => {
	// The bundler writes ASCII, but for what stands in regular expressions.
	const ascii = program.replace(
		/[^\0-\x7f]/g,
		unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
	return `// ${createHash('sha256').update(ascii).digest('hex').slice(0, 16)}\n${ascii}`;
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
		platform: 'node',
		format: 'cjs',
		target: 'node22',
		jsx: 'automatic',
		// Names stay, so that a stack trace in a report can be read.
		minifySyntax: true,
		minifyWhitespace: true,
		legalComments: 'none',
		logLevel: 'warning',
		alias: {
			// Ink pins version 8, which is several times slower beyond ASCII; the interface is the same.
			'string-width': stub('string-width.cjs'),
			// For a Node of ten years ago.
			'readable-stream': 'node:stream',
			...Object.fromEntries(leftOutPackages.map(name => [name, stub('left-out.cjs')])),
		},
		plugins: [thirdParty, yogaAtOnce, lazyBuiltins],
		...overrides,
	} satisfies BuildOptions;
	return (await build({...options, metafile: true})).metafile;
};
