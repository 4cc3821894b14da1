/** C0, DEL and C1: what a terminal would act on. */
const controls = /[\u0000-\u001f\u007f-\u009f]/g;

/**
 * Foreign text with every control byte as a sign, so that nothing of it is obeyed or left out: `␛[31m`,
 * and `^[[31m` where the terminal has only ASCII.
 */
export const rawText = (foreign: string, isAscii = false): string =>
	foreign.replaceAll(controls, control => nameOf(control.charCodeAt(0), isAscii));

/**
 * Foreign text for a clipboard: lines and tabs stay; what would end a paste, press a key or begin a sequence in
 * the terminal that it is pasted into is a sign.
 */
export const pastable = (foreign: string): string =>
	foreign
		.replaceAll('\r\n', '\n')
		.replaceAll(controls, control =>
			control === '\n' || control === '\t' ? control : nameOf(control.charCodeAt(0), false),
		);

const nameOf = (code: number, isAscii: boolean): string => {
	if (code >= 0x80) return `<U+00${code.toString(16).toUpperCase()}>`;
	if (isAscii) return `^${String.fromCharCode(code ^ 0x40)}`;
	return code === 0x7f ? '\u2421' : String.fromCharCode(0x2400 + code);
};
