import {useInput, usePaste} from 'ink';
import {decodeKeys} from '../../commands/decode-keys.ts';
import type {Runtime} from '../runtime.ts';
import {handleChord, handlePaste, type ShownSizes} from './handle-chord.ts';

/** Where all keys arrive; `sizes` is asked with each of them. */
export const useKeys = (runtime: Runtime, sizes: () => ShownSizes): void => {
	useInput((input, key) => {
		// Whoever presses keys is looking, also where a terminal has lost a report of its focus.
		runtime.viewport.see(true);
		for (const chord of decodeKeys(input, key)) handleChord(runtime, chord, sizes());
	});
	usePaste(text => handlePaste(runtime, text, sizes()));
};
