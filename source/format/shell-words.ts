/** Arguments as one line that a POSIX shell reads as just these, whatever is in them. */
export const shellWords = (argv: readonly string[]): string => argv.map(quoted).join(' ');

const plainWord = /^[\w@%+=:,./-]+$/;

const quoted = (word: string): string =>
	plainWord.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
