import type {Container} from './container.ts';

/** Of a container that was made to look into another one; its value is the id of that one. */
export const debugLabel = 'dockmon.debug';

export const isDebugContainer = ({labels}: Container): boolean => Object.hasOwn(labels, debugLabel);

/** Small images with a shell and tools come first: what one would look around with. */
const usual = ['netshoot', 'busybox', 'alpine', 'debian', 'ubuntu', 'fedora'];

/** The names in the order in which they are offered. */
export const debugImages = (names: readonly string[]): readonly string[] => {
	const rank = (name: string): number => {
		const index = usual.findIndex(word => name.includes(word));
		return index === -1 ? usual.length : index;
	};
	return [...new Set(names)].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
};
