import {createRequire, isBuiltin} from 'node:module';
import type {Plugin} from 'esbuild';

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
export const lazyBuiltins: Plugin = {
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
			contents: costlyBuiltins.has(name) ? whenUsed(name) : asModule(name),
		}));
	},
};

const namesOf = (name: string): readonly string[] =>
	Object.keys(createRequire(import.meta.url)(name)).filter(key => /^[a-zA-Z_]\w*$/.test(key));

/** Only what is imported is read. A module that is no ES module is copied, field by field, for each that imports it. */
const asModule = (name: string): string => {
	const fields = namesOf(name).filter(key => key !== 'default');
	const exported = fields.map(key => `export {field_${key} as ${key}};`);
	const read = fields.map(key => `const field_${key} = /* @__PURE__ */ read('${key}');`);
	return `const whole = require('${name}');
const read = key => whole[key];
export default whole;
${[...read, ...exported].join('\n')}`;
};

/**
 * A module that loads another one when the first of its exports is used; to ask `require` each time would
 * cost more than many a call. Who sets a field, of it or of what has it as prototype, as docker-modem
 * does with `http`, gets one of its own, as with the module itself. They stand in a prototype, since own
 * fields would be copied for each file that imports it.
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
module.exports = Object.create({${accessors.join(',')}});`;
};
