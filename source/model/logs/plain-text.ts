const escapeCharacter = '\u001b';
const controlSequenceIntroducer = '\u009b';

/** Control sequences, commands to the terminal such as links, and introducers that begin neither. */
const sequences =
	/\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)|\u009b[0-?]*[ -/]*[@-~]|[\u001b\u009b]/g;

/** Without the colours (SGR and other CSI) its program chose; what levels and patterns are looked for in. */
export const plainText = (text: string): string =>
	text.includes(escapeCharacter) || text.includes(controlSequenceIntroducer)
		? text.replace(sequences, '')
		: text;
