import v8 from 'node:v8';
import vm from 'node:vm';

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

/** What the arrays of numbers take that `make` leaves behind, which is returned and so kept until then. */
export const arrayBytesOf = (make: () => unknown): number => {
	const read = (): number => {
		// The first may be in the middle of one that is under way.
		collectGarbage();
		collectGarbage();
		return process.memoryUsage().arrayBuffers;
	};
	const before = read();
	const kept = make();
	const bytes = read() - before;
	return kept === undefined ? 0 : bytes;
};
