/** The name under which something of a container is kept here: no separators, no control bytes, no option. */
export const localName = (name: string): string => {
	const plain = name
		.replaceAll(/[\p{Cc}\p{Cf}/\\]+/gu, '_')
		.replace(/^-/, '_')
		.slice(0, 120);
	return /^\.{0,2}$/.test(plain) ? 'container-root' : plain;
};

/** A name within a copied folder that is made as it is. */
export const isPlainName = (name: string): boolean =>
	name.length <= 255 && !/[\p{Cc}/\\]/u.test(name) && name !== '..' && name !== '.';

/** `site.tar`, `site-2.tar`, …: those that are tried one after the other. */
export function* numbered(name: string): Generator<string> {
	yield name;
	const dot = name.lastIndexOf('.');
	const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
	for (let number = 2; number <= mostTries; number++) yield `${stem}-${number}${end}`;
}

const mostTries = 100;
