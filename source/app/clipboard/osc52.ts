/** Terminals drop what is longer; xterm and tmux take about so much of base64. */
const longestSequence = 100_000;

/** The sequence by which a terminal takes a text into its clipboard; undefined where it is too long for one. */
export const clipboardSequence = (
	text: string,
	wrapping: 'plain' | 'screen',
): string | undefined => {
	const base64 = Buffer.from(text, 'utf8').toString('base64');
	if (base64.length > longestSequence) return undefined;
	const sequence = `\u001B]52;c;${base64}\u0007`;
	return wrapping === 'plain' ? sequence : forScreen(sequence);
};

/** GNU screen passes on what stands between DCS and ST, in pieces that its buffer holds. */
const forScreen = (sequence: string): string =>
	(sequence.match(/.{1,512}/gs) ?? []).map(piece => `\u001BP${piece}\u001B\\`).join('');
