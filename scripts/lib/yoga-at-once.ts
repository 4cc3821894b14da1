import {readFile} from 'node:fs/promises';
import type {Plugin} from 'esbuild';
import {replaced} from './replaced.ts';

/** What its loader asks for, when it is given this, instead of waiting for WebAssembly that is compiled elsewhere. */
const loadAtOnce = `
function loadAtOnce() {
	const library = {
		instantiateWasm(imports, receive) {
			const module = new WebAssembly.Module(Buffer.from(wasm, 'base64'));
			const instance = new WebAssembly.Instance(module, imports);
			receive(instance);
			return instance.exports;
		},
	};
	loadYoga(library);
	return library;
}
`;

/**
 * Ink's layout engine, Yoga, awaits its WebAssembly while it is imported: no script can do so. Of a
 * hundred kilobytes it need not, for V8 compiles each function when it is called first.
 */
export const yogaAtOnce: Plugin = {
	name: 'yoga-at-once',
	setup({onLoad}) {
		onLoad({filter: /\/yoga-layout\/dist\/src\/index\.js$/}, async ({path}) => {
			let text = await readFile(path, 'utf8');
			text = replaced(text, 'import loadYoga from', 'import loadYoga, {wasm} from');
			text = replaced(text, 'wrapAssembly(await loadYoga())', 'wrapAssembly(loadAtOnce())');
			return {contents: text + loadAtOnce};
		});
		onLoad({filter: /\/yoga-wasm-base64-esm\.js$/}, async ({path}) => {
			const text = await readFile(path, 'utf8');
			const base64 = /;base64,([\w+/=]{9999,})"/.exec(text)?.[1];
			if (base64 === undefined) throw new Error(`no WebAssembly in ${path}`);
			return {contents: `${text.replace(base64, '')}\nexport const wasm = '${base64}';\n`};
		});
	},
};
