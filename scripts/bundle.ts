import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {BuildOptions, Metafile, Plugin} from 'esbuild';
import {build} from 'esbuild';

const stub = (name: string): string => path.join(import.meta.dirname, 'bundle-stubs', name);

/** Loaded by dockerode for features that dockmon does not use; half a megabyte and 150 ms of start. */
const leftOutPackages = ['ssh2', '@grpc/grpc-js', '@grpc/proto-loader', 'protobufjs'];

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
		// Yoga decodes its WebAssembly by itself where there is no fetch; Node's fetch costs the
		// loading of a whole HTTP client.
		onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path: file}) => ({
			contents: `const fetch = undefined;\n${await readFile(file, 'utf8')}`,
		}));
	},
};

/** CommonJS code in an ES module: what it calls `require` comes from here. */
const banner = `import {createRequire as createBundleRequire} from 'node:module';
const require = createBundleRequire(import.meta.url);`;

/** Bundles one entry with everything it imports into one file that needs nothing but Node. */
export const bundle = async (
	entry: string,
	outfile: string,
	overrides: BuildOptions = {},
): Promise<Metafile> => {
	const options = {
		entryPoints: [entry],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node22',
		jsx: 'automatic',
		// Names stay, so that a stack trace in a report can be read.
		minifySyntax: true,
		minifyWhitespace: true,
		legalComments: 'none',
		logLevel: 'warning',
		define: {'process.env.NODE_ENV': '"production"'},
		alias: {
			// Ink pins version 8, which is several times slower beyond ASCII; the interface is the same.
			'string-width': path.join(import.meta.dirname, '../node_modules/string-width/index.js'),
			...Object.fromEntries(leftOutPackages.map(name => [name, stub('left-out.cjs')])),
		},
		banner: {js: banner},
		plugins: [thirdParty],
		...overrides,
	} satisfies BuildOptions;
	return (await build({...options, metafile: true})).metafile;
};
